/** Samples that a verdict takes: 85 ms at 24 kHz, or 4 KB. */
export const NOISE_WINDOW = 2_048

/**
 * Whether samples are loud noise, which is what bytes that are no PCM sound like.
 *
 * The bytes of compressed sound are evenly spread, so each sample is independent of the one before and half of full
 * scale on average. Speech is far from both: its loud sounds are voiced, so neighbouring samples are alike, and its
 * hissing sounds are quiet. Measured on 16-bit PCM: MP3 has an RMS of 0.5 and a correlation of 0.0; normalised speech
 * has an RMS of at most 0.35, and where its correlation is below 0.4, at most 0.12.
 */
export function isNoise(samples: Int16Array): boolean {
  if (samples.length < NOISE_WINDOW / 8) return false
  let squares = 0
  let products = 0
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i]!
    squares += sample * sample
    if (i > 0) products += sample * samples[i - 1]!
  }
  const loudness = Math.sqrt(squares / samples.length) / 32_768
  return loudness > LOUDEST || (loudness > LOUDEST_HISS && products / squares < LIKENESS)
}

/** A sine of full scale has 0.71; speech has peaks, so it is quieter. */
const LOUDEST = 0.8
const LOUDEST_HISS = 0.22
const LIKENESS = 0.4

/** s16le bytes as samples, without a copy where memory is aligned. */
export function samplesOf(pcm: Buffer): Int16Array {
  if (pcm.byteOffset % 2 === 0) return new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1)
  const copy = new Int16Array(pcm.length >> 1)
  pcm.copy(Buffer.from(copy.buffer))
  return copy
}
