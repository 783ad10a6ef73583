import { BYTES_PER_SAMPLE } from '../../../audio/format.ts'

/**
 * Finishes one piece of raw synthesis: removes the silence around it, applies the gain, fades the edges so that they do
 * not click, and adds the pause after it. Undefined when the piece is silent.
 */
export function finish(samples: Float64Array, rate: number, gain: number, pause: number): Buffer | undefined {
  const sound = soundIn(samples, rate)
  if (!sound) return undefined
  const fade = Math.round(rate * FADE_S)
  const length = sound.end - sound.start
  const output = Buffer.alloc((length + Math.round((rate * pause) / 1000)) * BYTES_PER_SAMPLE)
  for (let i = 0; i < length; i++) {
    const edge = Math.min(1, (i + 1) / fade, (length - i) / fade)
    output.writeInt16LE(Math.round(limit(samples[sound.start + i]! * gain) * edge), i * BYTES_PER_SAMPLE)
  }
  return output
}

const FADE_S = 0.004
/** The loudness of a piece is looked at in windows of 5 ms. */
const WINDOW_S = 0.005
/** Peaks below this are the noise floor of the voices: their empty utterances reach 92. */
const SILENT_PEAK = 400
/** Relative to the peak: above the hum of the voices, below a soft "f" at the start of a word. */
const AUDIBLE = 0.008
/** What is kept around the audible part, so that soft onsets and fading vowels stay whole. */
const BEFORE_S = 0.01
const AFTER_S = 0.03

function soundIn(samples: Float64Array, rate: number): { start: number; end: number } | undefined {
  const peak = samples.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0)
  if (peak < SILENT_PEAK) return undefined
  const width = Math.round(rate * WINDOW_S)
  const windows = Array.from({ length: Math.ceil(samples.length / width) }, (_, i) =>
    rms(samples.subarray(i * width, (i + 1) * width)),
  )
  const audible = (level: number) => level > peak * AUDIBLE
  return {
    start: Math.max(0, windows.findIndex(audible) * width - Math.round(rate * BEFORE_S)),
    end: Math.min(samples.length, (windows.findLastIndex(audible) + 1) * width + Math.round(rate * AFTER_S)),
  }
}

function rms(samples: Float64Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)
}

const KNEE = 24_000
/** Below full scale by what the resampler's filter may swing over. */
const CEILING = 30_000

/** Bends what is over the knee towards the ceiling, instead of cutting it off there. */
function limit(value: number): number {
  const level = Math.abs(value)
  if (level <= KNEE) return value
  return Math.sign(value) * (KNEE + (CEILING - KNEE) * Math.tanh((level - KNEE) / (CEILING - KNEE)))
}
