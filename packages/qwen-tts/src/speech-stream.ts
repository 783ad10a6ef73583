import { type Connection, type ConnectionOptions, toError } from './connection.ts'
import type { Downloader } from './download.ts'
import { malformed } from './errors.ts'
import type { Sentence, Usage } from './payload.ts'
import { mayPass } from './refusals.ts'
import { readSpeechAnswer, type SpeechPayload } from './speech-answer.ts'
import { createWavReader, type PcmFormat, UnsupportedAudioError } from './wav-reader.ts'

export interface SpeechResult {
  readonly model: string
  readonly usage: Usage
  readonly requestId?: string
  /** Where the whole file is kept for a day. Signed: keep it out of logs. */
  readonly url?: string
  /** Until when, in milliseconds since 1970. */
  readonly expiresAt?: number
}

/**
 * Audio while it is made: PCM in whole 16-bit little-endian samples, or the bytes as they arrived. Nothing is sent
 * before the first `next()`; leaving the loop ends the request. Can be iterated once.
 */
export interface SpeechStream extends AsyncIterable<Buffer> {
  /** The format of the PCM, once there is some. */
  readonly format: PcmFormat | undefined
  /** What the provider reported with its last event; undefined until then. */
  readonly result: SpeechResult | undefined
}

export interface SpeechService {
  readonly connection: Connection
  readonly downloader: Downloader
  readonly options: ConnectionOptions
}

export interface SpeechCall {
  readonly model: string
  readonly path: string
  readonly headers: Record<string, string>
  /** Made on the first `next()`; what it throws, the loop throws. */
  readonly body: () => string
  /** Bytes of answer to read at most. */
  readonly maxBytes?: number
  /** Milliseconds that DashScope may stay silent. */
  readonly timeout: number
  /** The format of PCM without a header; undefined to pass on the bytes as they arrive. */
  readonly pcm: PcmFormat | undefined
  readonly signal?: AbortSignal | undefined
  readonly onSentence?: ((sentence: Sentence) => void) | undefined
}

/**
 * Sends one request for speech. This generator alone is between the socket and the caller, so audio leaves with the
 * bytes that completed its event.
 */
export function openSpeechStream({ connection, downloader, options }: SpeechService, call: SpeechCall): SpeechStream {
  const { model, path, headers, timeout, signal } = call
  const action = `speak with model "${model}"`
  const reader = call.pcm && createWavReader(call.pcm)
  let result: SpeechResult | undefined
  let started = false

  async function* listen(): AsyncGenerator<Buffer> {
    let heard = false
    let last: SpeechPayload | undefined
    try {
      signal?.throwIfAborted()
      const body = call.body()
      for (let attempt = 1; !last?.finished; attempt++) {
        const answer = readSpeechAnswer(
          await connection.send({ method: 'POST', path, headers, body, timeout, signal }),
          action,
          call.maxBytes,
        )
        try {
          while (!answer.finished) {
            for (const payload of await answer.next()) {
              last = payload
              if (payload.sentence) call.onSentence?.(payload.sentence)
              const audio = reader ? reader.push(payload.audio) : payload.audio
              if (audio.length === 0) continue
              heard = true
              yield audio
              // Chunks that have already arrived are not wanted any more.
              signal?.throwIfAborted()
            }
          }
        } catch (error) {
          if (heard || attempt > 1 || !mayPass(error)) throw error
        } finally {
          answer.leave()
        }
      }
      // A gateway that passes on no events leaves the address of the whole file.
      if (!heard && last.url !== undefined) {
        for await (const bytes of downloader.fetch(last.url, signal)) {
          const audio = reader ? reader.push(bytes) : bytes
          if (audio.length === 0) continue
          heard = true
          yield audio
          signal?.throwIfAborted()
        }
      }
      const rest = reader?.flush()
      if (rest?.length) yield rest
      else if (!heard) throw malformed('it has no audio', { retryable: true, requestId: last.requestId })
      result = resultOf(model, last)
    } catch (error) {
      if (error instanceof UnsupportedAudioError) throw malformed(error.message, { cause: error })
      throw toError(error, { ...options, timeout }, signal)
    }
  }

  return {
    get format() {
      return reader?.format
    },
    get result() {
      return result
    },
    [Symbol.asyncIterator]() {
      if (started) throw new TypeError('Cannot iterate a speech stream twice')
      started = true
      return listen()
    },
  }
}

export function resultOf(model: string, { usage = {}, requestId, url, expiresAt }: SpeechPayload): SpeechResult {
  return {
    model,
    usage,
    ...(requestId === undefined ? {} : { requestId }),
    ...(url === undefined ? {} : { url }),
    ...(url === undefined || expiresAt === undefined ? {} : { expiresAt }),
  }
}
