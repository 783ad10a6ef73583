import type { IncomingHttpHeaders } from 'node:http'
import { type Fields, isRecord, parseRecord } from '../json.ts'
import { REFUSALS, type Refusal } from '../refusals.ts'
import type { SpeechRequest } from '../speech-request.ts'
import { AUDIO_LIMIT, AUDIO_MODELS, countCharacters, hasAudioVoice, MODELS } from '../tables.ts'
import type { DashScopeBehaviour } from './behaviour.ts'
import { tagsIn } from './tags.ts'

/** How a request to Qwen-Audio-TTS wants its sound. */
export interface AudioFormat {
  readonly format: 'mp3' | 'pcm' | 'wav' | 'opus'
  readonly sampleRate: number
  readonly volume: number
  readonly rate: number
  readonly pitch: number
}

export interface AudioRequest {
  readonly asked: SpeechRequest
  readonly format: AudioFormat
  readonly refusal?: Refusal
}

/** Reads a request as the page of Qwen-Audio-TTS says: everything is in `input`, unknown fields are ignored. */
export function readAudioRequest(
  body: string,
  headers: IncomingHttpHeaders,
  behaviour: DashScopeBehaviour,
  /** Target models of the voices that customers have made, by id. */
  ownVoices: ReadonlyMap<string, string>,
): AudioRequest {
  const json = parseRecord(body)
  const input = isRecord(json?.input) ? json.input : {}
  const instruction = string(input.instruction)
  const hints = Array.isArray(input.language_hints) ? input.language_hints : []
  const text = string(input.text)
  const tags = tagsIn(text)
  const asked: SpeechRequest = {
    model: string(json?.model),
    text,
    voice: string(input.voice),
    // Only the first hint counts.
    language: string(hints[0]) || 'Auto',
    ...(instruction !== '' && { instructions: instruction }),
    ...(tags.length > 0 && { tags }),
    optimizeInstructions: false,
    streaming: headers['x-dashscope-sse'] === 'enable' || /text\/event-stream/.test(headers.accept ?? ''),
  }
  const format: AudioFormat = {
    format: (string(input.format) || 'mp3') as AudioFormat['format'],
    sampleRate: number(input.sample_rate, 22_050),
    volume: number(input.volume, 50),
    rate: number(input.rate, 1),
    pitch: number(input.pitch, 1),
  }
  const refusal = json ? refusalOf(asked, format, input, headers, behaviour, ownVoices) : REFUSALS.illegalInput
  return { asked, format, ...(refusal && { refusal }) }
}

function refusalOf(
  { model, text, voice }: SpeechRequest,
  format: AudioFormat,
  input: Fields,
  headers: IncomingHttpHeaders,
  { gone = [], forbidden = [] }: DashScopeBehaviour,
  ownVoices: ReadonlyMap<string, string>,
): Refusal | undefined {
  if (headers['x-dashscope-async'] !== undefined) return REFUSALS.async
  if (model === '') return REFUSALS.emptyModel
  if (MODELS.has(model)) return REFUSALS.wrongPath
  const served = AUDIO_MODELS.get(model)
  if (!served || gone.includes(model)) return REFUSALS.modelNotExist
  if (forbidden.includes(model)) return REFUSALS.forbiddenModel
  if (text.trim() === '' || voice === '') return REFUSALS.emptyInput
  const units = countCharacters(text)
  if (units > AUDIO_LIMIT) return invalid(`Each request sends text is limited: ${AUDIO_LIMIT}, current: ${units}`)
  // What the provider says to text without letters is not public; that it fails is.
  if (!/[\p{L}\p{N}]/u.test(text)) return REFUSALS.unspeakable
  if (!hasAudioVoice(served, voice) && ownVoices.get(voice) !== model) return REFUSALS.voiceOfOtherModel
  if (!FORMATS.includes(format.format)) return invalid(`Invalid format: ${format.format}`)
  if (!RATES.includes(format.sampleRate)) return invalid(`Invalid sample_rate: ${format.sampleRate}`)
  for (const [name, [low, high]] of Object.entries(RANGES)) {
    const value = input[name]
    if (value !== undefined && !(typeof value === 'number' && value >= low && value <= high))
      return invalid(`Range of ${name} should be [${low}, ${high}]`)
  }
  return undefined
}

function invalid(message: string): Refusal {
  return { status: 400, code: 'InvalidParameter', message }
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}

const FORMATS: readonly string[] = ['mp3', 'pcm', 'wav', 'opus']
const RATES: readonly number[] = [8_000, 16_000, 22_050, 24_000, 44_100, 48_000]
const RANGES: Readonly<Record<string, readonly [low: number, high: number]>> = {
  volume: [0, 100],
  rate: [0.5, 2],
  pitch: [0.5, 2],
  seed: [0, 65_535],
}
