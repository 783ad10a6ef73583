import type { FliteVoice } from '@lector/flite'
import type { Line } from '@lector/loopback-speech'

/** Voice settings for Flite. Factors: 1 leaves the voice unchanged. */
export interface Sounding {
  readonly voice: FliteVoice
  readonly pitch: number
  readonly tempo: number
  readonly gain: number
}

/**
 * Every voice name gets a sound of its own, always the same, and common English words of a style can be heard. The names
 * are the provider's; no likeness is claimed.
 */
export function soundingOf({ voice, style = '', speed = 1 }: Pick<Line, 'voice' | 'style' | 'speed'>): Sounding {
  const seed = seedOf(voice.toLowerCase())
  const { base, gain } = BASES[seed % BASES.length]!
  const effects = EFFECTS.filter(({ words }) => words.test(style))
  const product = (key: 'pitch' | 'tempo' | 'gain') => effects.reduce((total, effect) => total * (effect[key] ?? 1), 1)
  return {
    voice: base,
    pitch: (0.9 + ((seed >> 4) % 8) * 0.04) * product('pitch'),
    tempo: Math.min(2, 1.05 * product('tempo') * speed),
    gain: gain * product('gain'),
  }
}

/** Gains that bring Flite's voices to about the same level. */
const BASES = [
  { base: 'slt', gain: 0.55 },
  { base: 'rms', gain: 1.1 },
  { base: 'awb', gain: 0.8 },
] as const

const EFFECTS: readonly { words: RegExp; pitch?: number; tempo?: number; gain?: number }[] = [
  { words: /whisper|soft|quiet|gentl/i, gain: 0.5, tempo: 0.92 },
  { words: /shout|yell|loud|angr/i, gain: 1.3, pitch: 1.08 },
  { words: /slow|calm|sad|tired/i, tempo: 0.8, pitch: 0.94 },
  { words: /fast|quick|excit|happ|cheer/i, tempo: 1.2, pitch: 1.12 },
  { words: /deep|low/i, pitch: 0.82 },
  { words: /high|child|squeak/i, pitch: 1.22 },
]

function seedOf(name: string): number {
  let seed = 7
  for (const character of name) seed = (seed * 31 + character.codePointAt(0)!) % 65_521
  return seed
}
