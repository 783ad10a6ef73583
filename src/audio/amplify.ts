import { SAMPLE_RATE } from './format.ts'

/** Above the knee, a sample is bent towards the ceiling instead of being cut off there; needs no look ahead. */
const KNEE = 26_000
const CEILING = 32_000

/** A gain is a whole number of 4,096ths: with the most gain, the loudest sample still fits into 32 bits. */
const GAIN_BITS = 12
/** The gain stands still for a millisecond. */
const STEP_SAMPLES = SAMPLE_RATE / 1000

/**
 * Multiplies in place by a gain, at most 10, which moves by `slope` per sample from a start `position` samples ago. What
 * would be too loud is bent, not cut off. Whole numbers take half the time of fractions, and a 4,096th is 0.002 dB.
 */
export function amplify(samples: Int16Array, gain: number, slope = 0, position = 0): void {
  for (let at = 0; at < samples.length; ) {
    const moved = position + at - ((position + at) % STEP_SAMPLES)
    const end = Math.min(moved + STEP_SAMPLES - position, samples.length)
    const factor = Math.round((gain + slope * moved) * 2 ** GAIN_BITS)
    for (; at < end; at++) {
      const value = (Math.imul(samples[at]!, factor) + 2 ** (GAIN_BITS - 1)) >> GAIN_BITS
      samples[at] = value > KNEE || value < -KNEE ? bend(value) : value
    }
  }
}

function bend(value: number): number {
  const room = CEILING - KNEE
  return Math.round(Math.sign(value) * (KNEE + room * Math.tanh((Math.abs(value) - KNEE) / room)))
}
