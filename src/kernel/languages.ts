/**
 * The ten languages that Qwen3-TTS speaks and that Lector answers in. One table, so that a language is added in one
 * place.
 *
 * `code` is the BCP 47 language, `name` the word DashScope wants in `language_type`, `native` what speakers call it,
 * `discord` the Discord locales that mean it (https://discord.com/developers/docs/reference#locales).
 */
export const LANGUAGES = [
  { code: 'zh', name: 'Chinese', native: '中文', discord: ['zh-CN', 'zh-TW'] },
  { code: 'en', name: 'English', native: 'English', discord: ['en-US', 'en-GB'] },
  { code: 'de', name: 'German', native: 'Deutsch', discord: ['de'] },
  { code: 'it', name: 'Italian', native: 'Italiano', discord: ['it'] },
  { code: 'pt', name: 'Portuguese', native: 'Português', discord: ['pt-BR'] },
  { code: 'es', name: 'Spanish', native: 'Español', discord: ['es-ES', 'es-419'] },
  { code: 'ja', name: 'Japanese', native: '日本語', discord: ['ja'] },
  { code: 'ko', name: 'Korean', native: '한국어', discord: ['ko'] },
  { code: 'fr', name: 'French', native: 'Français', discord: ['fr'] },
  { code: 'ru', name: 'Russian', native: 'Русский', discord: ['ru'] },
] as const

export type Language = (typeof LANGUAGES)[number]
/** The language of a text or of a reply: `en`, `zh`, … */
export type LanguageCode = Language['code']
/** What DashScope calls it: `English`, `Chinese`, … */
export type LanguageName = Language['name']
/** What an utterance may ask for: a language, or `Auto` for unknown and mixed text. */
export type SpokenLanguage = LanguageCode | 'auto'

const byCode = new Map<string, Language>(LANGUAGES.map((language) => [language.code, language]))
const byDiscordLocale = new Map<string, LanguageCode>(
  LANGUAGES.flatMap(({ code, discord }) => discord.map((locale): [string, LanguageCode] => [locale, code])),
)

export function isLanguageCode(code: string): code is LanguageCode {
  return byCode.has(code)
}

export function languageOf(code: LanguageCode): Language {
  return byCode.get(code)!
}

/** The language to answer in for a Discord locale; English for locales outside the ten. */
export function languageOfLocale(locale: string): LanguageCode {
  return byDiscordLocale.get(locale) ?? 'en'
}
