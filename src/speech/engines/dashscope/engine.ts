import { errors } from 'undici'
import { UnsupportedAudioError } from '../../../audio/wav.ts'
import { type Clock, systemClock } from '../../../kernel/clock.ts'
import { isLectorError, LectorError } from '../../../kernel/errors.ts'
import { countCharacters } from '../../characters.ts'
import type { SpeechEngine, SpeechEvent, SpeechReceipt, Utterance } from '../../engine.ts'
import { type Deadlines, hear, inTime } from '../../http/listening.ts'
import { timeoutOf } from '../../stack/deadline.ts'
import { DEFAULT_MODEL, modelOf } from '../../voices/models.ts'
import { VOICES } from '../../voices/voice-catalogue.ts'
import { openConnection, type Result } from './connection.ts'
import { createDownloader } from './download.ts'
import { baseUrlOf } from './endpoint.ts'
import { malformed } from './failures.ts'
import { buildHeaders, buildRequest, type RequestSettings, type SpeechRequest } from './request.ts'

export interface DashScopeOptions extends RequestSettings {
  readonly apiKey: string
  /** `singapore` (default), `beijing`, or any base URL that ends before `/services`. Each region has its own keys. */
  readonly baseUrl?: string
  readonly workspace?: string
  /** True (default): sound arrives while it is made. False: DashScope makes a file first, and it is fetched. */
  readonly stream?: boolean
  readonly deadlines?: Partial<Deadlines>
  readonly clock?: Clock
}

/**
 * Qwen3-TTS on Alibaba Model Studio over HTTP (https://www.alibabacloud.com/help/en/model-studio/qwen-tts): one request
 * per utterance, whose sound is passed on while it arrives.
 */
export function createDashScopeEngine(options: DashScopeOptions): SpeechEngine {
  const { stream = true, clock = systemClock } = options
  const deadlines = { connect: 5_000, firstAudio: stream ? 10_000 : 60_000, stall: 10_000, ...options.deadlines }
  const base = baseUrlOf(options.baseUrl ?? 'singapore')
  const headers = buildHeaders(options.apiKey, stream, options.workspace)
  const connection = openConnection(base, headers, deadlines.connect, clock)
  const downloader = createDownloader(base, { connectTimeout: deadlines.connect, clock })

  const gone = new Set<string>()

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const request = buildRequest(utterance, { ...options, gone })
    try {
      yield* attempt(request, utterance, signal)
    } catch (error) {
      // Alibaba retires its instruct models: a style that nobody can follow any more must not cost the words.
      const chosen = utterance.model === undefined && request.model !== (options.model ?? DEFAULT_MODEL)
      if (!chosen || !isLectorError(error) || error.code !== 'speech.model-gone') throw error
      gone.add(request.model)
      yield* attempt(buildRequest(utterance, { ...options, gone }), utterance, signal)
    }
  }

  async function* attempt(
    request: SpeechRequest,
    utterance: Utterance,
    signal: AbortSignal,
  ): AsyncGenerator<SpeechEvent> {
    for (const notice of request.notices) yield { kind: 'notice', notice }
    try {
      yield* inTime({ engine: ENGINE, deadlines, clock }, signal, (inner) => listen(request, utterance, inner))
    } catch (error) {
      throw signal.aborted ? signal.reason : toFailure(error)
    }
  }

  /** The sound of a request and its end. A provider that sends no sound but the address of a file is asked for it. */
  async function* listen(
    request: SpeechRequest,
    utterance: Utterance,
    signal: AbortSignal,
  ): AsyncGenerator<SpeechEvent> {
    const limit = options.textLimit ?? modelOf(request.model).limit
    let last: Result | undefined
    const streamed = async function* () {
      const context = { model: request.model, voice: utterance.voice, limit }
      for await (const result of connection.ask(request.body, context, signal)) {
        last = result
        yield result.audio
      }
    }

    let heard = yield* hear(streamed())
    if (heard === 0 && last?.url !== undefined) heard = yield* hear(downloader.fetch(last.url, signal))
    if (heard === 0) throw malformed('it has no sound', { retryable: true })
    yield { kind: 'end', receipt: receiptOf(request.model, utterance, last) }
  }

  function toFailure(error: unknown): LectorError {
    if (isLectorError(error)) return error
    if (error instanceof UnsupportedAudioError) return malformed(error.message, { cause: error })
    if (error instanceof errors.ConnectTimeoutError) return timeoutOf(ENGINE, 'connect', deadlines.connect, error)
    const options = { retryable: true, cause: error }
    return new LectorError('speech.network', { engine: ENGINE }, 'The connection to DashScope failed', options)
  }

  return {
    id: ENGINE,
    voices: () => VOICES,
    speak,
    warm: () => connection.warm(),
    async close() {
      await Promise.all([connection.close(), downloader.close()])
    },
  }
}

function receiptOf(model: string, { text }: Utterance, last: Result | undefined): SpeechReceipt {
  return {
    engine: ENGINE,
    model,
    // The models that bill by tokens report no characters.
    characters: last?.characters ?? countCharacters(text),
    ...(last?.requestId === undefined ? {} : { requestId: last.requestId }),
    ...(last?.url === undefined ? {} : { url: last.url }),
  }
}

const ENGINE = 'dashscope'
