import type { SpokenCode } from '../../kernel/spoken-languages.ts'

/** The language for which a script outside the ten languages is used most; undefined for Latin and for scripts of the ten. */
export function languageOfScript(text: string): SpokenCode | undefined {
  const counted = SCRIPTS.map(([script, code]) => ({ code, count: text.match(script)?.length ?? 0 }))
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best))
  return most.count > 0 ? most.code : undefined
}

const SCRIPTS: readonly (readonly [RegExp, SpokenCode])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Oriya}/gu, 'or'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Thai}/gu, 'th'],
  // Only Ukrainian has these letters, of what reaches this list in Cyrillic.
  [/[іїєґ]/giu, 'uk'],
]
