import type { FliteRequest } from '@lector/flite'
import type { Piece } from './pieces.ts'
import type { PresetSound } from './presets.ts'
import type { Manner } from './style.ts'

/** What the thread needs to know to synthesise one piece of text. */
export interface Job {
  readonly flite: FliteRequest
  /** Moves the formants: the samples are taken as recorded at this times 16 kHz. */
  readonly size: number
  readonly gain: number
  readonly whispers: boolean
  readonly raised: boolean
  /** The silence after it, in milliseconds. */
  readonly pause: number
}

/** Combines the voice, the style and the requested speed. */
export function jobOf({ text, pause }: Piece, sound: PresetSound, manner: Manner, speed: number): Job {
  const pace = clamp(manner.tempo * speed, 0.5, 2)
  const tempo = Math.min(sound.tempo * pace, FASTEST)
  // `rms` takes no pitch; a different size hints at it. Whole hundredths keep the resampler's ratio small.
  const pitchless = sound.base === 'rms'
  const hint = pitchless ? Math.sqrt(manner.pitch) : 1
  const size = Math.round(clamp(sound.size * hint, 0.9, 1.1) * 100) / 100
  return {
    // Played at `size` times its rate, speech gets faster by as much.
    flite: { voice: sound.base, text, stretch: size / tempo, pitch: pitchless ? 1 : sound.pitch * manner.pitch },
    size,
    gain: sound.gain,
    whispers: manner.whispers,
    raised: manner.raised,
    pause: pause / pace,
  }
}

/** Beyond twice the pace of Flite's voices a recogniser hears less than half of their words. */
const FASTEST = 2

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
