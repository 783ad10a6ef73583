import { SAMPLE_RATE } from './format.ts'

/** A sample above the knee is bent towards the ceiling, not clipped; that needs no look-ahead. */
const KNEE = 26_000
const CEILING = 32_000

/** Gains are whole 4,096ths, so that the loudest sample at the highest gain fits into 32 bits. */
const GAIN_BITS = 12
/** The gain changes once a millisecond. */
const STEP_SAMPLES = SAMPLE_RATE / 1000

/**
 * Multiplies in place by a gain of at most 10, which changes by `slope` per sample since `position` samples ago. Samples
 * that would be too loud are bent, not clipped. Integers take half the time of floats, and a 4,096th is 0.002 dB.
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
