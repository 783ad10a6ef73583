import { decodeBase64, type Fields, isRecord, parseRecord } from '../../http/json.ts'
import { createSseReader, type SseReader } from '../../http/sse-reader.ts'
import type { ServerError } from './failures.ts'

export type StreamEvent =
  | {
      readonly kind: 'audio'
      /** WAV or PCM, cut anywhere. */
      readonly audio: Buffer
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'error'; readonly error: ServerError }
  | { readonly kind: 'malformed'; readonly reason: string }

/** Reads `speech.audio.*` events; the first vLLM-Omni that sent any called the sound `delta`, all others `audio`. */
export function createStreamEventReader(maxEventLength?: number): SseReader<StreamEvent> {
  return createSseReader<StreamEvent>(
    { read: readEvent, tooLong: { kind: 'malformed', reason: 'an event is too long' } },
    maxEventLength,
  )
}

function readEvent(data: string, name: string | undefined): StreamEvent | undefined {
  if (data === '[DONE]') return { kind: 'done' }
  const event = parseRecord(data)
  if (!event) return { kind: 'malformed', reason: 'an event is no JSON object' }
  if (isRecord(event.error)) return { kind: 'error', error: readError(event.error, 0) }
  switch (event.type ?? name) {
    case 'speech.audio.delta':
    case 'response.audio.delta':
    case 'response.output_audio.delta': {
      const audio = decodeBase64(event.audio ?? event.delta)
      return audio ? { kind: 'audio', audio } : { kind: 'malformed', reason: 'its audio is not Base64' }
    }
    case 'speech.audio.done':
    case 'response.audio.done':
    case 'response.output_audio.done':
      return { kind: 'done' }
    case 'speech.audio.error':
    case 'error':
      return { kind: 'error', error: readError(event, 0) }
    default:
      return undefined
  }
}

/** The error in an answer's body, as OpenAI, vLLM and FastAPI word it, or in plain words. */
export function parseErrorBody(body: string, status: number): ServerError {
  const json = parseRecord(body)
  if (!json) return readError({ message: isPlain(body) ? body.trim() : '' }, status)
  if (isRecord(json.error)) return readError(json.error, status)
  if (isRecord(json.detail)) return readError({ ...json.detail, code: json.detail.error ?? json.detail.code }, status)
  if (Array.isArray(json.detail)) return readProblems(json.detail.filter(isRecord), status)
  return readError(typeof json.error === 'string' ? { ...json, message: json.error } : json, status)
}

/** FastAPI's list: what is wrong with each field. */
function readProblems(problems: readonly Fields[], status: number): ServerError {
  const fieldOf = ({ loc }: Fields) => (Array.isArray(loc) ? String(loc.at(-1)) : '')
  const message = problems.map((problem) => `${fieldOf(problem)}: ${String(problem.msg ?? '')}`).join('; ')
  const [first = {}] = problems
  return readError({ code: first.type, param: problems.length === 1 ? fieldOf(first) : '', message }, status)
}

function isPlain(body: string): boolean {
  return body.length < 500 && !/^\s*[<{[]/.test(body)
}

/** A status in the error wins over that of the answer, which is 200 once sound has been sent. */
function readError({ code, type, message, param, detail }: Fields, status: number): ServerError {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    status: typeof code === 'number' && code >= 400 && code < 600 ? code : status,
    code: text(code) || text(type),
    param: text(param),
    message: text(message) || text(detail),
  }
}
