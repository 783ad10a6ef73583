/** Numbers about s16le mono PCM, for what a recogniser does not hear. */
export function peakOf(pcm: Buffer): number {
  return samplesOf(pcm).reduce((peak, value) => Math.max(peak, Math.abs(value)), 0)
}

export function rmsOf(samples: Float64Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)
}

/** The level while somebody speaks: blocks of 50 ms that are more than 25 dB below the loudest do not count. */
export function speechLevelOf(pcm: Buffer, rate: number): number {
  const samples = samplesOf(pcm)
  const width = Math.round(rate * 0.05)
  const blocks = Array.from({ length: Math.floor(samples.length / width) }, (_, i) =>
    rmsOf(samples.subarray(i * width, (i + 1) * width)),
  )
  const loudest = Math.max(...blocks)
  return rmsOf(Float64Array.from(blocks.filter((level) => level > loudest * 0.056)))
}

/** The median pitch of a voice in hertz, by autocorrelation of voiced stretches of 40 ms, between 60 and 400 Hz. */
export function pitchOf(pcm: Buffer, rate: number): number {
  const samples = samplesOf(pcm)
  const width = Math.round(rate * 0.04)
  const level = rmsOf(samples)
  const pitches: number[] = []
  for (let at = 0; at + 2 * width <= samples.length; at += width) {
    const stretch = samples.subarray(at, at + 2 * width)
    if (rmsOf(stretch) < level) continue
    const lag = bestLag(stretch, width, Math.round(rate / 400), Math.min(width, Math.round(rate / 60)))
    if (lag !== undefined) pitches.push(rate / lag)
  }
  return pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0
}

/** The shortest lag that repeats nearly as well as the best one; a longer one would be an octave too low. */
function bestLag(samples: Float64Array, width: number, shortest: number, longest: number): number | undefined {
  const likeness = Array.from({ length: longest - shortest + 1 }, (_, i) => correlation(samples, width, shortest + i))
  const best = Math.max(...likeness)
  if (best < 0.6) return undefined
  const start = likeness.findIndex((value) => value > best * 0.9)
  let top = start
  while ((likeness[top + 1] ?? -1) > likeness[top]!) top++
  return shortest + top
}

function correlation(samples: Float64Array, width: number, lag: number): number {
  let product = 0
  let here = 0
  let there = 0
  for (let i = 0; i < width; i++) {
    const a = samples[i]!
    const b = samples[i + lag]!
    product += a * b
    here += a * a
    there += b * b
  }
  return product / Math.sqrt(here * there || 1)
}

export function samplesOf(pcm: Buffer): Float64Array {
  const samples = new Float64Array(pcm.length / 2)
  for (let i = 0; i < samples.length; i++) samples[i] = pcm.readInt16LE(i * 2)
  return samples
}

/** The frequency of a tone at 24 kHz, by its rises through zero with a margin that noise does not cross. */
export function hertzOf(pcm: Buffer, rate = 24_000): number {
  const samples = samplesOf(pcm)
  const margin = samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0) / 4
  const rises: number[] = []
  let below = false
  for (const [i, sample] of samples.entries()) {
    if (sample < -margin) below = true
    else if (below && sample > margin) {
      below = false
      rises.push(i)
    }
  }
  return rises.length < 2 ? 0 : ((rises.length - 1) * rate) / (rises.at(-1)! - rises[0]!)
}

/** The largest step between neighbouring samples, as a part of full scale: a click is a large one. */
export function largestJumpOf(pcm: Buffer): number {
  const samples = samplesOf(pcm)
  return (
    samples.reduce((most, value, i) => (i === 0 ? 0 : Math.max(most, Math.abs(value - samples[i - 1]!))), 0) / 32_768
  )
}

/**
 * The RMS of the loudest 85 ms of noise, from 0 to 1: stretches whose samples are not alike, and which are louder than
 * hissing sounds of speech. 0 if there are none.
 */
export function loudestNoise(pcm: Buffer): number {
  const samples = samplesOf(pcm)
  const width = 2_040
  let loudest = 0
  for (let at = 0; at + width <= samples.length; at += width / 2) {
    const stretch = samples.subarray(at, at + width)
    const level = rmsOf(stretch) / 32_768
    const next = samples.subarray(at + 1, at + width)
    const likeness =
      next.reduce((sum, value, i) => sum + value * stretch[i]!, 0) /
      stretch.reduce((sum, value) => sum + value * value, 1)
    if (likeness < 0.3) loudest = Math.max(loudest, level)
  }
  return loudest
}
