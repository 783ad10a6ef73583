import { createHash } from 'node:crypto'
import type { FliteVoice } from '@lector/flite'

/** One of the local voices: a Flite voice with its pitch, size and pace changed. */
export interface Preset {
  /** The cloud voice that it replaces first. The name is borrowed, a likeness is not claimed. */
  readonly id: string
  readonly gender: 'female' | 'male'
  readonly description: string
  readonly sound: PresetSound
  /** Other cloud voices that it replaces: the nearest of their gender. */
  readonly alsoFor: readonly string[]
}

export interface PresetSound {
  readonly base: FliteVoice
  readonly pitch: number
  /** Moves the formants, as a smaller or larger head would: the samples are taken as recorded at this times 16 kHz. */
  readonly size: number
  readonly tempo: number
  /** Brings the voices, which differ by 12 dB, to one loudness: -19 dBFS while speaking, measured over the test sentences. */
  readonly gain: number
}

// Between sizes of 0.94 and 1.06 a recogniser understands the voices as well as the unchanged ones.
export const PRESETS: readonly Preset[] = [
  {
    id: 'Cherry',
    gender: 'female',
    description: 'Bright young woman, American (local stand-in)',
    sound: { base: 'slt', pitch: 1.2, size: 1, tempo: 1.1, gain: 0.48 },
    alsoFor: ['Momo', 'Sonrisa', 'Sohee', 'Jada', 'Sunny', 'Kiki'],
  },
  {
    id: 'Serena',
    gender: 'female',
    description: 'Calm woman, American (local stand-in)',
    sound: { base: 'slt', pitch: 1, size: 1, tempo: 1, gain: 0.55 },
    alsoFor: ['Maia', 'Mia', 'Seren', 'Elias', 'Jennifer'],
  },
  {
    id: 'Vivian',
    gender: 'female',
    description: 'Self-assured woman with a lower voice, American (local stand-in)',
    sound: { base: 'slt', pitch: 0.85, size: 1, tempo: 1.08, gain: 0.73 },
    alsoFor: ['Katerina', 'Bellona'],
  },
  {
    id: 'Chelsie',
    gender: 'female',
    description: 'Girl with a high voice, American (local stand-in)',
    sound: { base: 'slt', pitch: 1.4, size: 1.06, tempo: 1.12, gain: 0.57 },
    alsoFor: ['Bella', 'Bunny', 'Nini', 'Stella', 'Ono Anna'],
  },
  {
    id: 'Ethan',
    gender: 'male',
    description: 'Lively man, American (local stand-in)',
    sound: { base: 'rms', pitch: 1, size: 1, tempo: 1.15, gain: 1.11 },
    alsoFor: ['Aiden', 'Eric'],
  },
  {
    id: 'Ryan',
    gender: 'male',
    description: 'Quick man, American (local stand-in)',
    sound: { base: 'rms', pitch: 1, size: 1.05, tempo: 1.2, gain: 1.11 },
    alsoFor: ['Bodega', 'Radio Gol', 'Rocky'],
  },
  {
    id: 'Eldric Sage',
    gender: 'male',
    description: 'Large, composed man, American (local stand-in)',
    sound: { base: 'rms', pitch: 1, size: 0.94, tempo: 1, gain: 1.09 },
    alsoFor: ['Vincent', 'Andre', 'Marcus'],
  },
  {
    id: 'Kai',
    gender: 'male',
    description: 'Unhurried man, Scottish (local stand-in)',
    sound: { base: 'awb', pitch: 1, size: 1, tempo: 1, gain: 0.95 },
    alsoFor: ['Dolce', 'Emilien', 'Li'],
  },
  {
    id: 'Dylan',
    gender: 'male',
    description: 'Boy with a high voice, Scottish (local stand-in)',
    sound: { base: 'awb', pitch: 1.3, size: 1.05, tempo: 1.05, gain: 0.75 },
    alsoFor: ['Mochi', 'Pip'],
  },
  {
    id: 'Arthur',
    gender: 'male',
    description: 'Slow old man with a deep voice, Scottish (local stand-in)',
    sound: { base: 'awb', pitch: 0.8, size: 0.94, tempo: 0.95, gain: 0.9 },
    alsoFor: ['Alek'],
  },
  {
    id: 'Roy',
    gender: 'male',
    description: 'Plain, robotic man, American (local stand-in)',
    sound: { base: 'kal16', pitch: 1, size: 1, tempo: 1.1, gain: 2.58 },
    alsoFor: ['Nofish', 'Peter', 'Moon'],
  },
  {
    id: 'Neil',
    gender: 'male',
    description: 'Even, robotic man with a higher voice, American (local stand-in)',
    sound: { base: 'kal16', pitch: 1.4, size: 1, tempo: 1.15, gain: 2.27 },
    alsoFor: ['Lenn'],
  },
]

const byName = new Map(PRESETS.flatMap((preset) => [preset.id, ...preset.alsoFor].map((name) => [name, preset])))

/** The preset for a voice name: its own, its replacement, or for an unknown name always the same one. */
export function presetFor(voice: string): { preset: Preset; known: boolean } {
  const known = byName.get(voice)
  if (known) return { preset: known, known: true }
  const hash = createHash('sha256').update(voice).digest().readUInt32LE()
  return { preset: PRESETS[hash % PRESETS.length]!, known: false }
}
