/**
 * The languages that some engine speaks, by their BCP 47 codes: first the ten of Qwen3-TTS, then those that eSpeak NG
 * adds. Which engine speaks which is told by its voices (`Voice.languages`).
 */
// biome-ignore format: one line a language would be a page of nothing
export const SPOKEN_LANGUAGES = [
  'zh', 'en', 'de', 'it', 'pt', 'es', 'ja', 'ko', 'fr', 'ru', 'af', 'am', 'an', 'ar', 'as', 'az', 'ba', 'be', 'bg',
  'bn', 'bpy', 'bs', 'ca', 'cs', 'cv', 'cy', 'da', 'el', 'eo', 'et', 'eu', 'fa', 'fi', 'ga', 'gd', 'gn',
  'grc', 'gu', 'hak', 'haw', 'he', 'hi', 'hr', 'ht', 'hu', 'hy', 'hyw', 'ia', 'id', 'io', 'is', 'jbo', 'ka', 'kk',
  'kl', 'kn', 'kok', 'ku', 'ky', 'la', 'lb', 'lfn', 'lt', 'ltg', 'lv', 'mi', 'mk', 'ml', 'mr', 'ms', 'mt', 'my',
  'nb', 'nci', 'ne', 'nl', 'nog', 'om', 'or', 'pa', 'pap', 'pl', 'qu', 'quc', 'ro', 'sd', 'shn', 'si', 'sk', 'sl',
  'smj', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'th', 'tk', 'tn', 'tr', 'tt', 'ug', 'uk', 'ur', 'uz', 'vi', 'yue',
] as const

export type SpokenCode = (typeof SPOKEN_LANGUAGES)[number]

/** What an utterance may ask for: a language, or `auto` for unknown and mixed text. */
export type SpokenLanguage = SpokenCode | 'auto'

const known: ReadonlySet<string> = new Set(SPOKEN_LANGUAGES)

export function isSpokenCode(code: string): code is SpokenCode {
  return known.has(code)
}
