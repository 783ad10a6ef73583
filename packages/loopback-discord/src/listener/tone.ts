/** What bots send, in hertz. */
const SAMPLE_RATE = 24_000

/** A sine as s16le mono PCM of 24 kHz, at half of full scale. */
export function sine(hertz: number, milliseconds: number): Buffer {
  const pcm = Buffer.alloc(((SAMPLE_RATE * milliseconds) / 1000) * 2)
  for (let i = 0; i < pcm.length / 2; i++) {
    pcm.writeInt16LE(Math.round(16_384 * Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE)), i * 2)
  }
  return pcm
}

/** How much of a signal's energy, from 0 to 1, is a sine of this frequency (Goertzel). */
export function shareOf(hertz: number, samples: ArrayLike<number>, rate: number): number {
  let real = 0
  let imaginary = 0
  let energy = 0
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i]!
    const angle = (2 * Math.PI * hertz * i) / rate
    real += value * Math.cos(angle)
    imaginary += value * Math.sin(angle)
    energy += value * value
  }
  return (2 * (real * real + imaginary * imaginary)) / (samples.length * (energy || 1))
}
