import { isSpokenCode, type SpokenCode } from '../../kernel/spoken-languages.ts'

/**
 * The languages that a voice's name tells, as the usual families of voices name them; undefined if it tells none, and
 * empty if it tells one that Lector does not speak.
 */
export function languagesInName(name: string): readonly SpokenCode[] | undefined {
  const kokoro = /^([a-z])[fmx]_[a-z]/.exec(name)?.[1]
  if (kokoro !== undefined && kokoro in KOKORO) return listOf(KOKORO[kokoro]!)
  // Piper `de_DE-thorsten-medium`, Edge and Azure `en-US-AriaNeural`, Google `en-GB-Wavenet-A`, macOS `fr_FR`.
  const locale = /^([a-z]{2,3})[_-](?:[A-Z][a-z]{3}[_-])?[A-Z]{2}(?:[_-]|$)/.exec(name)?.[1]
  if (locale !== undefined) return listOf(locale)
  // OpenVoice and MeloTTS `EN-US`, `ZH`, `JP`.
  const melo = /^(EN|ES|FR|ZH|JP|KR)(?:-|$)/.exec(name)?.[1]
  return melo === undefined ? undefined : listOf(MELO[melo] ?? melo.toLowerCase())
}

/** The languages in what a list says: `en`, `en-US`, `en_us`, `English`, or a list of those. */
export function languagesInList(value: unknown): readonly SpokenCode[] | undefined {
  const words = (Array.isArray(value) ? value : [value]).filter((word) => typeof word === 'string' && word !== '')
  if (words.length === 0) return undefined
  return [...new Set(words.flatMap((word: string) => listOf(codeOf(word))))]
}

function listOf(code: string): readonly SpokenCode[] {
  return isSpokenCode(code) ? [code] : []
}

function codeOf(word: string): string {
  const plain = word.trim().toLowerCase()
  return NAMES[plain] ?? plain.split(/[_-]/)[0] ?? ''
}

/** The first letter of a voice of Kokoro (https://huggingface.co/hexgrad/Kokoro-82M/blob/main/VOICES.md). */
const KOKORO: Readonly<Record<string, string>> = {
  a: 'en',
  b: 'en',
  e: 'es',
  f: 'fr',
  h: 'hi',
  i: 'it',
  j: 'ja',
  p: 'pt',
  z: 'zh',
}
const MELO: Readonly<Record<string, string>> = { JP: 'ja', KR: 'ko' }
const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  chinese: 'zh',
  mandarin: 'zh',
  cmn: 'zh',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  japanese: 'ja',
  korean: 'ko',
  russian: 'ru',
}
