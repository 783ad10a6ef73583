import type { IncomingHttpHeaders } from 'node:http'
import { parseRecord } from '../json.ts'

/** A request for speech, field by field as it came; each server decides what it makes of them. */
export interface SpeechBody {
  readonly model?: string
  readonly input?: string
  readonly voice?: string
  readonly responseFormat?: string
  readonly stream?: boolean
  readonly streamFormat?: string
  readonly speed?: number
  readonly instructions?: string
  readonly sampleRate?: number
  readonly language?: string
  /** Every field, known or not. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly headers: IncomingHttpHeaders
  readonly url: URL
  /** 1 for the server's first request for speech. */
  readonly count: number
}

/** Undefined when the body is no JSON object. */
export function readSpeechBody(
  body: string,
  request: Pick<SpeechBody, 'headers' | 'url' | 'count'>,
): SpeechBody | undefined {
  const fields = parseRecord(body)
  if (!fields) return undefined
  return {
    ...request,
    fields,
    ...texts(fields, {
      model: 'model',
      input: 'input',
      voice: 'voice',
      responseFormat: 'response_format',
      streamFormat: 'stream_format',
      instructions: 'instructions',
      language: 'language',
    }),
    ...(typeof fields.stream === 'boolean' && { stream: fields.stream }),
    ...(typeof fields.speed === 'number' && { speed: fields.speed }),
    ...(typeof fields.sample_rate === 'number' && { sampleRate: fields.sample_rate }),
  }
}

function texts<Name extends string>(
  fields: Readonly<Record<string, unknown>>,
  names: Readonly<Record<Name, string>>,
): Partial<Record<Name, string>> {
  const found = Object.entries<string>(names).filter(([, field]) => typeof fields[field] === 'string')
  return Object.fromEntries(found.map(([name, field]) => [name, fields[field]])) as Partial<Record<Name, string>>
}
