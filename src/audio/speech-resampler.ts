import { SAMPLE_RATE } from './format.ts'
import { createResampler, type Resampler } from './resample.ts'
import { UnsupportedAudioError } from './wav-header.ts'

/**
 * Brings any rate that speech is recorded at to 24 kHz. The rate is rounded to 25 Hz, because the size of a filter bank
 * follows the ratio and a header must not ask for a large one; at 8 kHz that is at most 0.16 %, less than 3 cents.
 */
export function createSpeechResampler(hertz: number): Resampler {
  if (!(hertz >= 4_000 && hertz <= 96_000)) throw new UnsupportedAudioError(`Cannot read audio of ${hertz} Hz`)
  return createResampler(Math.round(hertz / STEP) * STEP, SAMPLE_RATE)
}

const STEP = 25
