import { type Fields, isRecord } from '../json.ts'
import type { VoicevoxFlavour } from './flavour.ts'

/** What a synthesis is asked for, as far as it can be heard. */
export interface AudioQuery {
  readonly text: string
  readonly speedScale: number
  readonly volumeScale: number
  readonly prePhonemeLength: number
  readonly postPhonemeLength: number
  readonly rate: number
  readonly stereo: boolean
}

/** A query as the engine makes it of a text. Each mora is a character here: nobody here reads kanji. */
export function audioQueryOf(text: string, { rate, speaks }: VoicevoxFlavour): object {
  const phrases = text.match(/[^、。，．！？!?,.;:\n]+[、。，．！？!?,.;:\n]*\s*/g) ?? []
  return {
    accent_phrases: phrases.map((phrase, index) => ({
      moras: [...phrase].map(moraOf),
      accent: 1,
      pause_mora: index < phrases.length - 1 ? { ...moraOf('、'), vowel: 'pau', vowel_length: 0.3, pitch: 0 } : null,
      is_interrogative: /[？?]\s*$/.test(phrase),
    })),
    speedScale: 1,
    intonationScale: 1,
    ...(speaks === 'kana' && { tempoDynamicsScale: 1 }),
    pitchScale: 0,
    volumeScale: 1,
    prePhonemeLength: 0.1,
    postPhonemeLength: 0.1,
    pauseLength: null,
    pauseLengthScale: 1,
    outputSamplingRate: rate,
    outputStereo: false,
    kana: speaks === 'kana' ? text : phrases.map((phrase) => `${phrase.trim()}'`).join('/'),
  }
}

/** Reads a query that has come back; the names of the fields that it lacks otherwise. */
export function readAudioQuery(
  fields: Fields,
  { speaks }: VoicevoxFlavour,
): AudioQuery | { missing: readonly string[] } {
  const missing = REQUIRED.filter((name) => fields[name] === undefined)
  if (missing.length > 0) return { missing }
  const number = (name: string) => (typeof fields[name] === 'number' ? fields[name] : 1)
  return {
    text: speaks === 'kana' && typeof fields.kana === 'string' ? fields.kana : textOf(fields.accent_phrases),
    speedScale: number('speedScale'),
    volumeScale: number('volumeScale'),
    prePhonemeLength: number('prePhonemeLength'),
    postPhonemeLength: number('postPhonemeLength'),
    rate: number('outputSamplingRate'),
    stereo: fields.outputStereo === true,
  }
}

function moraOf(text: string) {
  return { text, consonant: null, consonant_length: null, vowel: 'a', vowel_length: 0.12, pitch: 5.5 }
}

function textOf(phrases: unknown): string {
  const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : [])
  return list(phrases)
    .flatMap(({ moras }) => list(moras))
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('')
}

const REQUIRED = [
  'accent_phrases',
  'speedScale',
  'pitchScale',
  'intonationScale',
  'volumeScale',
  'prePhonemeLength',
  'postPhonemeLength',
  'outputSamplingRate',
  'outputStereo',
]
