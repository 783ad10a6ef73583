import { type Answer, drain, parseRetryAfter } from './connection.ts'
import { malformed, QwenTtsError } from './errors.ts'
import { createAnswerReader } from './event-stream.ts'
import type { Payload } from './payload.ts'
import { refusalOf } from './refusals.ts'

export type SpeechPayload = Extract<Payload, { kind: 'result' }>

export interface SpeechAnswer {
  /** True once the last event has arrived. */
  readonly finished: boolean
  /** What the next bytes complete, possibly nothing. Throws what DashScope refuses, after everything before it. */
  next(): Promise<readonly SpeechPayload[]>
  /** Ends the request, or lets a finished one return its connection. */
  leave(): void
}

/** Pulls the payloads of one answer for speech out of its body. */
export function readSpeechAnswer(answer: Answer, action: string, maxBytes?: number): SpeechAnswer {
  const { statusCode: status, body } = answer
  const reader = createAnswerReader(status, maxBytes)
  const chunks = body.iterator({ destroyOnReturn: false })
  let finished = false
  let failure: QwenTtsError | undefined

  function failureOf(payload: Payload): QwenTtsError {
    if (payload.kind === 'error') {
      return refusalOf(payload.error, { action, retryAfter: parseRetryAfter(answer.headers['retry-after']) })
    }
    if (payload.kind === 'malformed' && status === 200) return malformed(payload.reason, { status, retryable: true })
    return endOf()
  }

  /** Why an answer ended without its last event. */
  function endOf(): QwenTtsError {
    if (status >= 400) {
      const retryAfter = parseRetryAfter(answer.headers['retry-after'])
      return refusalOf({ status, code: '', message: '' }, { action, retryAfter })
    }
    if (status !== 200) return malformed(`it has HTTP status ${status}`, { status })
    return new QwenTtsError('cut', 'DashScope ended a stream before its last event', { status, retryable: true })
  }

  return {
    get finished() {
      return finished
    },
    async next() {
      if (failure) throw failure
      const { done, value } = await chunks.next()
      const results: SpeechPayload[] = []
      for (const payload of done ? reader.end() : reader.push(value)) {
        if (payload.kind === 'result' && status === 200) {
          results.push(payload)
          finished = payload.finished
          if (finished) return results
        } else {
          failure = failureOf(payload)
          break
        }
      }
      if (done) failure ??= endOf()
      if (failure && results.length === 0) throw failure
      return results
    },
    leave() {
      if (finished) drain(answer)
      else body.destroy()
    },
  }
}
