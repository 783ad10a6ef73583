import { isHan } from '../tables.ts'
import { SAMPLE_RATE } from './pcm.ts'

/**
 * A murmur for text that the voice cannot pronounce: a syllable for each Han, kana or hangul character and for every
 * three letters of a word, a pause at punctuation. The same text always sounds the same.
 */
export function* babble(text: string, pitch = 170): Generator<Buffer> {
  const beats = beatsOf(text)
  for (const [index, beat] of beats.entries()) {
    // Speech falls towards its end; the text itself makes every syllable a little different.
    const fall = 1.08 - (0.2 * index) / beats.length
    yield beat === undefined ? Buffer.alloc(PAUSE * 2) : syllable(pitch * fall * (0.94 + (beat % 13) / 100), beat)
  }
}

/** One number per syllable, undefined for a pause. */
function beatsOf(text: string): (number | undefined)[] {
  const beats: (number | undefined)[] = []
  let letters = 0
  for (const character of text) {
    if (!/[\p{L}\p{N}]/u.test(character)) {
      if (letters > 0 || beats.at(-1) !== undefined) beats.push(undefined)
      letters = 0
    } else if (isHan(character) || WHOLE_SYLLABLE.test(character) || letters++ % 3 === 0) {
      beats.push(character.codePointAt(0)!)
    }
  }
  return beats.length > 0 ? beats : [0]
}

/** Two formants over a fundamental, faded in and out. */
function syllable(pitch: number, seed: number): Buffer {
  const first = 450 + (seed % 5) * 80
  const pcm = Buffer.alloc(SYLLABLE * 2)
  for (let i = 0; i < SYLLABLE; i++) {
    const time = i / SAMPLE_RATE
    let value = 0
    for (let harmonic = 1; harmonic <= 12; harmonic++) {
      const frequency = pitch * harmonic
      const weight = 1 / (1 + ((frequency - first) / 250) ** 2) + 0.3 / (1 + ((frequency - 3 * first) / 350) ** 2)
      value += weight * Math.sin(2 * Math.PI * frequency * time)
    }
    const fade = Math.sin((Math.PI * i) / SYLLABLE)
    pcm.writeInt16LE(Math.round(3_500 * fade * Math.tanh(value)), i * 2)
  }
  return pcm
}

/** Samples: five syllables a second, as people speak. */
const SYLLABLE = Math.round(0.17 * SAMPLE_RATE)
const PAUSE = Math.round(0.06 * SAMPLE_RATE)
const WHOLE_SYLLABLE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
