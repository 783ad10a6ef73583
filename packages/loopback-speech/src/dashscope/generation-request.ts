import type { IncomingHttpHeaders } from 'node:http'
import { REFUSALS, type Refusal } from '../refusals.ts'
import type { Line } from '../sound.ts'
import type { SpeechRequest } from '../speech-request.ts'
import { AUDIO_MODELS, countCharacters, DEFAULT_MODEL, LANGUAGE_NAMES, MODELS, type ServedModel } from '../tables.ts'
import type { DashScopeBehaviour } from './behaviour.ts'

/** Reads a request as DashScope does: unknown fields are ignored, instructions count in either place. */
export function readGenerationRequest(
  body: string,
  headers: IncomingHttpHeaders,
  behaviour: DashScopeBehaviour = {},
): { asked: SpeechRequest; refusal?: Refusal } {
  const json = parse(body)
  const input = record(json?.input)
  const parameters = record(json?.parameters)
  const instructions = string(input?.instructions) || string(parameters?.instructions)
  const asked: SpeechRequest = {
    model: string(json?.model),
    text: string(input?.text),
    voice: string(input?.voice),
    language: string(input?.language_type) || 'Auto',
    ...(instructions === '' ? {} : { instructions }),
    optimizeInstructions: (input?.optimize_instructions ?? parameters?.optimize_instructions) === true,
    streaming: headers['x-dashscope-sse'] === 'enable' || /text\/event-stream/.test(headers.accept ?? ''),
  }
  const refusal = json ? refusalOf(asked, headers, behaviour) : REFUSALS.illegalInput
  return refusal ? { asked, refusal } : { asked }
}

/** The line to synthesise. Instructions become a style only for models that follow them. */
export function lineOf({ text, voice, model, language, instructions }: SpeechRequest): Line {
  const followed = MODELS.get(model)?.instructions === true && instructions !== undefined
  return { text, voice, model, language, ...(followed && { style: instructions }) }
}

function refusalOf(
  { model, text, voice, language }: SpeechRequest,
  headers: IncomingHttpHeaders,
  { gone = [], forbidden = [] }: DashScopeBehaviour,
): Refusal | undefined {
  if (headers['x-dashscope-async'] !== undefined) return REFUSALS.async
  if (model === '') return REFUSALS.emptyModel
  if (AUDIO_MODELS.has(model) || model.startsWith('cosyvoice-')) return REFUSALS.wrongPath
  const served = MODELS.get(model)
  if (!served || gone.includes(model)) return REFUSALS.unknownModel
  if (forbidden.includes(model)) return REFUSALS.forbiddenModel
  if (served.transport === 'websocket') return REFUSALS.realtimeModel
  if (text.trim() === '') return REFUSALS.emptyInput
  if (countCharacters(text) > served.limit) return REFUSALS.tooLong
  if (!hasVoice(served, voice)) return REFUSALS.unknownVoice
  if (language !== 'Auto' && !LANGUAGE_NAMES.includes(language)) return REFUSALS.badLanguage
  return undefined
}

/** Models with custom voices accept any name but those of the public catalogue. */
export function hasVoice({ voices }: ServedModel, voice: string): boolean {
  return voices ? voices.has(voice) : MODELS.get(DEFAULT_MODEL)?.voices?.has(voice) !== true
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    return record(JSON.parse(body))
  } catch {
    return undefined
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
