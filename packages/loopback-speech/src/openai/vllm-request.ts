import { parseRecord } from '../json.ts'
import type { Refusal } from '../refusals.ts'
import type { SpeechRequest } from '../speech-request.ts'
import { LANGUAGE_NAMES } from '../tables.ts'

/** What a request asks for beyond the words. */
export interface Format {
  readonly container: 'wav' | 'pcm'
  readonly shape: 'whole' | 'bytes' | 'events' | 'delta-events'
  readonly speed: number
}

/**
 * What vLLM-Omni has meant by streaming: bare bytes at first; then events, whose sound was called `delta`, whatever
 * `stream_format` said; and at last what `stream_format` says, or events.
 */
export type VllmVersion = 'bytes' | 'delta-events' | 'latest'

export interface OpenAiRules {
  readonly models: readonly string[]
  readonly voices: readonly string[]
  readonly version: VllmVersion
}

/** Reads a request as vLLM-Omni does: unknown fields are dropped without a word. */
export function readVllmRequest(
  body: string,
  rules: OpenAiRules,
): { readonly asked: SpeechRequest; readonly format: Format; readonly refusal?: Refusal } {
  const json = parseRecord(body)
  const text = (value: unknown, fallback = '') => (typeof value === 'string' ? value : fallback)
  const container = text(json?.response_format, 'wav')
  const speed = typeof json?.speed === 'number' ? json.speed : 1
  const shape = shapeOf(json?.stream, json?.stream_format, rules.version)
  const instructions = text(json?.instructions)
  const asked: SpeechRequest = {
    model: text(json?.model, rules.models[0]),
    text: text(json?.input),
    voice: text(json?.voice, rules.voices[0]),
    language: text(json?.language, 'Auto'),
    ...(instructions === '' ? {} : { instructions }),
    optimizeInstructions: false,
    streaming: shape !== 'whole',
  }
  const message = json ? wrongWith(asked, { container, shape, speed }, rules) : 'The body is not JSON.'
  const refusal =
    message === undefined
      ? rules.models.includes(asked.model)
        ? undefined
        : bad(404, `The model \`${asked.model}\` does not exist.`)
      : bad(400, message)
  const format = { container: container === 'pcm' ? 'pcm' : 'wav', shape, speed } as const
  return { asked, format, ...(refusal ? { refusal } : {}) }
}

function shapeOf(stream: unknown, format: unknown, version: VllmVersion): Format['shape'] {
  if (version !== 'latest') return stream === true ? version : 'whole'
  if (format === 'audio') return 'bytes'
  return stream === true || format === 'sse' ? 'events' : 'whole'
}

function wrongWith(
  { text, voice, language }: SpeechRequest,
  { container, shape, speed }: { container: string; shape: Format['shape']; speed: number },
  { voices }: OpenAiRules,
): string | undefined {
  if (text.trim() === '') return 'Input text cannot be empty'
  if (!voices.includes(voice.toLowerCase())) return `Invalid voice '${voice}'. Supported: ${voices.join(', ')}`
  if (!['Auto', ...LANGUAGE_NAMES].includes(language)) return `Invalid language '${language}'.`
  if (container !== 'pcm' && container !== 'wav') return `response_format '${container}' is not supported here.`
  if (speed < 0.25 || speed > 4) return 'speed must be between 0.25 and 4.0'
  if (shape !== 'whole' && speed !== 1) return 'Streaming requires speed=1.0'
  return undefined
}

function bad(status: number, message: string): Refusal {
  return { status, code: status === 404 ? 'NotFoundError' : 'BadRequestError', message }
}

/** The error object of OpenAI and vLLM. */
export function errorData({ status, code, message }: Refusal): string {
  return JSON.stringify({ error: { message, type: code, param: null, code: status } })
}
