/**
 * A filter, sample by sample, that gives a voice the bright sound of shouting: people who raise their voice put more of
 * its power into high harmonics.
 */
export function raisedVoice(rate: number): (sample: number) => number {
  const smoothing = 1 - Math.exp((-2 * Math.PI * CORNER) / rate)
  let low = 0
  return (sample) => {
    low += smoothing * (sample - low)
    return LOW * low + HIGH * (sample - low)
  }
}

/** Hertz. Above it, the voice gets 12 dB more than below. */
const CORNER = 1_000
/** Together they leave a voice about as loud as it was. */
const LOW = 0.55
const HIGH = 2.2
