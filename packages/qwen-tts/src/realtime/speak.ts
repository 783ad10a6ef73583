import { malformed, QwenTtsError, timeoutError } from '../errors.ts'
import type { Usage } from '../payload.ts'
import type { SpeechResult, SpeechStream } from '../speech-stream.ts'
import { createWavReader, type PcmFormat, UnsupportedAudioError, type WavReader } from '../wav-reader.ts'
import type { SessionSettings } from './messages.ts'
import type { RealtimeSession, SessionEvent } from './session.ts'
import { type TextSource, writeText } from './text-writer.ts'

export interface SessionSpeech extends SessionSettings {
  readonly text: TextSource
}

export interface SpeakOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds that the server may stay silent once the text is written; 0 for no limit. */
  readonly timeout?: number
  /** A session to speak in, in place of a new one. */
  readonly session?: RealtimeSession | undefined
}

/**
 * Speaks a text in a session. The text may still be written while its beginning is heard; in `commit` mode each piece
 * is one response, and the next one waits for it. Opens the session on the first `next()`; leaving the loop closes it.
 * Throws what the source of the text throws.
 */
export function speakRealtime(
  connect: () => RealtimeSession,
  speech: SessionSpeech,
  options: SpeakOptions,
): SpeechStream {
  const { text, ...settings } = speech
  const { signal, timeout = 0 } = options
  const { responseFormat: format = 'pcm', mode = 'server_commit', sampleRate = 24_000 } = settings
  const pcm = format === 'pcm' || format === 'wav' ? { sampleRate, channels: 1 } : undefined
  // Each response is a stream of its own, with a header of its own if there is one.
  let reader: WavReader | undefined = pcm && createWavReader(pcm)
  let audioFormat: PcmFormat | undefined
  let result: SpeechResult | undefined
  let started = false

  /** The audio that an event brings, possibly none. */
  function audioOf(event: SessionEvent): Buffer {
    switch (event.kind) {
      case 'audio': {
        const audio = reader ? reader.push(event.audio) : event.audio
        audioFormat = reader?.format ?? audioFormat
        return audio
      }
      case 'session-finished':
        return reader?.flush() ?? NOTHING
      case 'response-done': {
        if (event.status !== 'completed') throw brokenResponse(event.status)
        const rest = reader?.flush() ?? NOTHING
        if (pcm) reader = createWavReader(pcm)
        return rest
      }
      case 'error':
        throw event.error
      default:
        return NOTHING
    }
  }

  async function* listen(): AsyncGenerator<Buffer> {
    if (signal?.aborted) options.session?.close()
    signal?.throwIfAborted()
    const session = options.session ?? connect()
    const leaving = new AbortController()
    const stopped = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal
    const close = () => session.close()
    const watchdog = createWatchdog(timeout, close)
    signal?.addEventListener('abort', close, { once: true })
    try {
      await session.ready
      signal?.throwIfAborted()
      session.update(settings)
      let heard = false
      let responseId: string | undefined
      let usage: Usage = {}
      const writer = writeText(text, session, mode, stopped, () => watchdog.restart())
      for (;;) {
        const event = await session.next().catch((error: unknown) => {
          throw writer.state === 'failed' ? writer.error : error
        })
        if (event === undefined) break
        const audio = audioOf(event)
        if (event.kind === 'response-done') {
          usage = sumOf(usage, event.usage)
          responseId = event.responseId ?? responseId
          writer.responded()
        }
        if (audio.length > 0) {
          heard = true
          watchdog.stop()
          yield audio
          signal?.throwIfAborted()
          if (writer.state === 'written') watchdog.restart()
        }
        if (event.kind === 'session-finished') break
      }
      if (!heard && writer.wroteText) throw malformed('it has no audio', { retryable: true })
      result = { model: session.model, usage, ...(responseId === undefined ? {} : { requestId: responseId }) }
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (watchdog.expired) throw timeoutError('audio', timeout)
      throw error instanceof UnsupportedAudioError ? malformed(error.message, { cause: error }) : error
    } finally {
      watchdog.stop()
      signal?.removeEventListener('abort', close)
      leaving.abort()
      close()
    }
  }

  return {
    get format() {
      return audioFormat
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

function brokenResponse(status: 'failed' | 'incomplete'): QwenTtsError {
  return status === 'failed'
    ? new QwenTtsError('server', 'DashScope reported a failed response', { retryable: true })
    : new QwenTtsError('cut', 'DashScope left a response incomplete', { retryable: true })
}

function sumOf(one: Usage, other: Usage = {}): Usage {
  const sum: Record<string, number> = { ...one }
  for (const [unit, count] of Object.entries(other)) sum[unit] = (sum[unit] ?? 0) + count
  return sum
}

/** Calls `expire` after so many milliseconds without a restart. */
function createWatchdog(ms: number, expire: () => void) {
  let timer: NodeJS.Timeout | undefined
  const watchdog = {
    expired: false,
    restart() {
      if (ms === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        watchdog.expired = true
        expire()
      }, ms)
    },
    stop: () => clearTimeout(timer),
  }
  return watchdog
}

const NOTHING = Buffer.alloc(0)
