import type { IncomingHttpHeaders } from 'node:http'
import { LANGUAGES, type SpokenLanguage } from '../../kernel/languages.ts'
import { countCharacters } from '../../speech/characters.ts'
import { DEFAULT_MODEL, MODELS, modelOf } from '../../speech/models.ts'
import { modelHasVoice } from '../../speech/voice-catalogue.ts'
import { REFUSALS, type Refusal } from './refusals.ts'

/** What a request asks to be spoken, as far as it could be understood. */
export interface Order {
  readonly model: string
  readonly text: string
  readonly voice: string
  /** `English`, …, `Auto`. */
  readonly language: string
  readonly instructions?: string
  readonly optimizeInstructions: boolean
  readonly streaming: boolean
}

/** Reads a request as DashScope does: unknown fields are ignored, instructions count in either place. */
export function readOrder(body: string, headers: IncomingHttpHeaders): { order: Order; refusal?: Refusal } {
  const json = parse(body)
  const input = record(json?.input)
  const parameters = record(json?.parameters)
  const instructions = string(input?.instructions) || string(parameters?.instructions)
  const order: Order = {
    model: string(json?.model),
    text: string(input?.text),
    voice: string(input?.voice),
    language: string(input?.language_type) || 'Auto',
    ...(instructions === '' ? {} : { instructions }),
    optimizeInstructions: (input?.optimize_instructions ?? parameters?.optimize_instructions) === true,
    streaming: headers['x-dashscope-sse'] === 'enable' || /text\/event-stream/.test(headers.accept ?? ''),
  }
  const refusal = json ? refusalOf(order, headers) : REFUSALS.illegalInput
  return refusal ? { order, refusal } : { order }
}

/** The language to speak in; an unset one is found from the text by whoever speaks. */
export function languageOfOrder({ language }: Order): SpokenLanguage {
  return LANGUAGES.find(({ name }) => name === language)?.code ?? 'auto'
}

function refusalOf({ model, text, voice, language }: Order, headers: IncomingHttpHeaders): Refusal | undefined {
  if (headers['x-dashscope-async'] !== undefined) return REFUSALS.async
  if (model === '') return REFUSALS.emptyModel
  if (!MODELS.some(({ id }) => id === model)) return REFUSALS.unknownModel
  if (modelOf(model).transport === 'websocket') return REFUSALS.realtimeModel
  if (text.trim() === '') return REFUSALS.emptyInput
  if (countCharacters(text) > modelOf(model).limit) return REFUSALS.tooLong
  if (modelHasVoice(model, voice) === false) return REFUSALS.unknownVoice
  if (modelHasVoice(model, voice) === 'unknown' && modelHasVoice(DEFAULT_MODEL, voice) === true) {
    return REFUSALS.unknownVoice
  }
  if (language !== 'Auto' && !LANGUAGES.some(({ name }) => name === language)) return REFUSALS.badLanguage
  return undefined
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
