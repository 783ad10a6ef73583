/** 16 kHz to 24 kHz (every second sample becomes three) with a windowed sinc, at the given gain, clipped at full scale. */
export function resampleThreeToTwo(samples: Int16Array, gain: number): Int16Array<ArrayBuffer> {
  const output = new Int16Array(Math.floor((samples.length * 3) / 2))
  for (let i = 0; i < output.length; i++) {
    const position = (i * 2) / 3
    const taps = KERNELS[i % 3]!
    const start = Math.floor(position) - REACH + 1
    let sum = 0
    for (let tap = 0; tap < taps.length; tap++) sum += taps[tap]! * (samples[start + tap] ?? 0)
    output[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum * gain)))
  }
  return output
}

/** Filter taps on either side. */
const REACH = 12

/** One filter for each of the three positions of an output sample between two input samples. */
const KERNELS = [0, 2 / 3, 1 / 3].map((fraction) =>
  Array.from({ length: REACH * 2 }, (_, tap) => {
    const distance = tap - REACH + 1 - fraction
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (REACH + 1))
    const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance)
    return sinc * window
  }),
)
