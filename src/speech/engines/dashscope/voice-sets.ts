import { VOICES } from '../../voices/voice-catalogue.ts'
import { STYLED_VOICES } from '../../voices/voices.ts'
import { MODELS, modelOf, type SpeechModel, type VoiceSet } from './models.ts'

/** The models that speak with this voice, HTTP and realtime. */
export function modelsOfVoice(voice: string): readonly SpeechModel[] {
  return MODELS.filter((model) => voiceSets[model.voices].has(voice))
}

/** Whether a model has a voice; `unknown` for models with voices of their own and for models that nobody has described. */
export function modelHasVoice(model: string, voice: string): boolean | 'unknown' {
  const { voices } = modelOf(model)
  return voices === 'custom' ? 'unknown' : voiceSets[voices].has(voice)
}

/** The voices of the snapshots of 2025-09-18. */
const EARLY_VOICES: readonly string[] = [
  'Cherry',
  'Ethan',
  'Nofish',
  'Jennifer',
  'Ryan',
  'Katerina',
  'Elias',
  'Jada',
  'Dylan',
  'Li',
  'Marcus',
  'Roy',
  'Peter',
  'Sunny',
  'Eric',
  'Rocky',
  'Kiki',
]

/** The voices of the first `qwen-tts`. */
const QWEN_TTS_VOICES: readonly string[] = ['Cherry', 'Serena', 'Ethan', 'Chelsie']

/** The voices of `qwen-tts-latest` and its realtime kin. */
const QWEN_TTS_LATEST_VOICES: readonly string[] = ['Cherry', 'Serena', 'Ethan', 'Chelsie', 'Dylan', 'Jada', 'Sunny']

const voiceSets: Readonly<Record<VoiceSet, ReadonlySet<string>>> = {
  all: new Set(VOICES.map(({ id }) => id)),
  instruct: new Set(STYLED_VOICES),
  early: new Set(EARLY_VOICES),
  'qwen-tts': new Set(QWEN_TTS_VOICES),
  'qwen-tts-latest': new Set(QWEN_TTS_LATEST_VOICES),
  custom: new Set(),
}
