/**
 * Turns voiced speech into a whisper: what the mouth does to the sound stays (linear prediction), and noise takes the
 * place of the vocal cords. Works in place.
 */
export function whisper(samples: Float64Array, rate: number): void {
  const hop = Math.round(rate * HOP_S)
  const length = 2 * hop
  const speech = emphasised(samples)
  const whispered = new Float64Array(samples.length + length)
  // The halves of neighbouring windows add up to one in power, as noise does.
  const window = Float64Array.from({ length }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / length))
  const random = noise()
  for (let at = -hop; at < samples.length; at += hop) {
    const frame = window.map((weight, i) => weight * (speech[at + i] ?? 0))
    const { filter, gain } = predict(frame)
    const past = new Float64Array(ORDER)
    for (let i = -WARM_UP; i < length; i++) {
      let value = gain * random()
      for (let k = 0; k < ORDER; k++) value -= filter[k]! * past[k]!
      past.copyWithin(1, 0)
      past[0] = value
      if (i >= 0 && at + i >= 0) whispered[at + i]! += window[i]! * value
    }
  }
  for (let i = 1; i < whispered.length; i++) whispered[i]! += BREATHY * whispered[i - 1]!
  const gain = SOFTER * Math.sqrt(audibleEnergyOf(samples) / (audibleEnergyOf(whispered) || 1))
  for (let i = 0; i < samples.length; i++) samples[i] = gain * whispered[i]!
}

const HOP_S = 0.01
/** Two for each formant below 8 kHz, and two for the slope. */
const ORDER = 18
/** Samples in which the filter forgets that it began with silence. */
const WARM_UP = 60
/** The slope of a voice that the analysis takes away, and the flatter one of breath. */
const VOICED = 0.95
const BREATHY = 0.5
/** People whisper more softly than they speak. */
const SOFTER = 0.68

function emphasised(samples: Float64Array): Float64Array {
  return Float64Array.from(samples, (sample, i) => sample - VOICED * (samples[i - 1] ?? 0))
}

/** The all-pole filter that best predicts the frame, and the level of what it cannot predict (Levinson-Durbin). */
function predict(frame: Float64Array): { filter: Float64Array; gain: number } {
  const correlation = Float64Array.from({ length: ORDER + 1 }, (_, lag) => {
    let sum = 0
    for (let i = lag; i < frame.length; i++) sum += frame[i]! * frame[i - lag]!
    return sum
  })
  const filter = new Float64Array(ORDER)
  let error = correlation[0]! * (1 + 1e-6) + 1e-3
  for (let k = 0; k < ORDER; k++) {
    let reflection = correlation[k + 1]!
    for (let j = 0; j < k; j++) reflection += filter[j]! * correlation[k - j]!
    reflection /= -error
    const before = filter.slice(0, k)
    for (let j = 0; j < k; j++) filter[j] = before[j]! + reflection * before[k - 1 - j]!
    filter[k] = reflection
    error *= 1 - reflection * reflection
  }
  // The window halves the power of the frame.
  return { filter, gain: Math.sqrt((2 * error) / frame.length) }
}

/** Ears hear the high part of speech some 4 dB louder than its low part (ITU-R BS.1770). */
function audibleEnergyOf(samples: Float64Array): number {
  return samples.reduce((sum, sample, i) => sum + (sample - 0.4 * (samples[i - 1] ?? 0)) ** 2, 0)
}

/** White noise of power 1, the same for every text. */
function noise(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state / 2 ** 31) * Math.sqrt(3)
  }
}
