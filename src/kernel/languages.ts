/**
 * The ten languages that Qwen3-TTS speaks and that Lector detects. Two other lists are the interface languages
 * (src/i18n/interface-languages.ts) and all languages that some engine speaks (src/kernel/spoken-languages.ts).
 *
 * `code` is the BCP 47 language, `name` the value of DashScope's `language_type`, `native` what its speakers call it.
 */
export const LANGUAGES = [
  { code: 'zh', name: 'Chinese', native: '中文' },
  { code: 'en', name: 'English', native: 'English' },
  { code: 'de', name: 'German', native: 'Deutsch' },
  { code: 'it', name: 'Italian', native: 'Italiano' },
  { code: 'pt', name: 'Portuguese', native: 'Português' },
  { code: 'es', name: 'Spanish', native: 'Español' },
  { code: 'ja', name: 'Japanese', native: '日本語' },
  { code: 'ko', name: 'Korean', native: '한국어' },
  { code: 'fr', name: 'French', native: 'Français' },
  { code: 'ru', name: 'Russian', native: 'Русский' },
] as const

export type Language = (typeof LANGUAGES)[number]
/** The language of a text: `en`, `zh`, … */
export type LanguageCode = Language['code']

const byCode = new Map<string, Language>(LANGUAGES.map((language) => [language.code, language]))

export function isLanguageCode(code: string): code is LanguageCode {
  return byCode.has(code)
}

export function languageOf(code: LanguageCode): Language {
  return byCode.get(code)!
}
