import { createJsonCaller } from './call.ts'
import { openConnection } from './connection.ts'
import { createDownloader } from './download.ts'
import { baseUrlOf, type Region, realtimeUrlOf, speechPath } from './endpoint.ts'
import { familyOf } from './families.ts'
import { findModel, type ModelInfo } from './models.ts'
import type { Sentence } from './payload.ts'
import { openSession, type RealtimeSession } from './realtime/session.ts'
import { createRealtimeAgent } from './realtime/socket.ts'
import { type SessionSpeech, speakRealtime } from './realtime/speak.ts'
import { formatRequest, type QwenAudioRequest, requestHeaders, type SpeechRequest } from './request.ts'
import { requestSpeechFile, type SpeechFile } from './speech-file.ts'
import { openSpeechStream, type SpeechStream } from './speech-stream.ts'
import { createVoices, type Voices } from './voices.ts'
import type { PcmFormat } from './wav-reader.ts'

export interface QwenTtsOptions {
  /** `DASHSCOPE_API_KEY` of the environment if left out. Each region has its own keys. */
  readonly apiKey?: string
  /** `singapore` if left out. */
  readonly region?: Region
  /** Id of a workspace: its own host in the region answers, and its own rights and quotas count. */
  readonly workspace?: string
  /** Any base URL in place of a region's, up to `/api/v1`; `DASHSCOPE_HTTP_BASE_URL` if left out, as in the official SDK. */
  readonly baseUrl?: string | URL
  /** Milliseconds until a connection is established, TLS included: 5 s. */
  readonly connectTimeout?: number
  /** Milliseconds that DashScope may stay silent; 0 for no limit. If left out, 60 s, and five minutes for a file. */
  readonly timeout?: number
  readonly download?: {
    /** Milliseconds that a whole file may take: 60 s; 0 for no limit. */
    readonly timeLimit?: number
    /** Bytes of a file: 100 MB. */
    readonly sizeLimit?: number
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

export interface StreamOptions extends CallOptions {
  /** Yields the bytes as they arrive, with the WAV header if there is one. Always so for MP3 and Opus. */
  readonly raw?: boolean
  /** Lets DashScope make a file first, and streams that. */
  readonly file?: boolean
  /** Gets the sentences of Qwen-Audio-TTS, with their words if `wordTimestampEnabled` asked for them. */
  readonly onSentence?: (sentence: Sentence) => void
}

export interface RealtimeOptions extends CallOptions {
  /** A session of the same model that `connect` has opened; the stream closes it. */
  readonly session?: RealtimeSession
}

export interface RealtimeRequest extends SessionSpeech {
  /** A model whose name has `realtime` in it. */
  readonly model: string
}

export interface QwenTts {
  /** Where requests go. */
  readonly baseUrl: URL
  /** Audio while it is made. */
  stream(request: SpeechRequest, options?: StreamOptions): SpeechStream
  /** A whole file, which DashScope keeps for a day. */
  synthesize(request: SpeechRequest, options?: CallOptions): Promise<SpeechFile>
  /** The bytes of a file, as they arrive. Never sends the key, and takes only addresses of DashScope's storage. */
  download(file: SpeechFile | string, options?: CallOptions): AsyncGenerator<Buffer>
  /** Audio while the text may still be written, over a WebSocket of its own. */
  realtime(request: RealtimeRequest, options?: RealtimeOptions): SpeechStream
  /** Opens a realtime session: to drive it by hand, or ahead of its text. */
  connect(model: string): RealtimeSession
  /** Whether a model exists, may be used, and until when. */
  model(id: string, options?: CallOptions): Promise<ModelInfo>
  /** Cloned and designed voices. */
  readonly voices: Voices
  /** Opens a connection for the first request. Never rejects. */
  warm(): Promise<void>
  /** Ends what is running, with an error for those who wait for it, and all connections. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** A client for one key and one region. Connections stay open between requests: make one and close it at the end. */
export function createQwenTts(options: QwenTtsOptions = {}): QwenTts {
  const { apiKey = process.env.DASHSCOPE_API_KEY, workspace, connectTimeout = 5_000, timeout = 60_000 } = options
  if (!apiKey) throw new TypeError('Cannot create a client without an API key: set DASHSCOPE_API_KEY')
  const base = baseOf(options)
  const limits = { connectTimeout, timeout }
  const { timeLimit = 60_000, sizeLimit = 100 * 1024 * 1024 } = options.download ?? {}
  const connection = openConnection(base.origin, limits)
  const downloader = createDownloader(base, { connectTimeout, timeLimit, sizeLimit })
  const agent = createRealtimeAgent(connectTimeout)
  const sessions = new Set<RealtimeSession>()
  const service = { connection, downloader, options: limits }

  const headers = requestHeaders(apiKey, false, workspace)
  const streamHeaders = requestHeaders(apiKey, true, workspace)
  const socketHeaders = {
    authorization: `Bearer ${apiKey}`,
    ...(workspace ? { 'x-dashscope-workspace': workspace } : {}),
  }
  const call = createJsonCaller(connection, limits)

  function callOf(request: SpeechRequest, made: 'stream' | 'file', signal: AbortSignal | undefined) {
    const { model } = request
    const stream = made === 'stream'
    return {
      model,
      path: speechPath(base, model),
      headers: stream ? streamHeaders : headers,
      body: () => formatRequest(request),
      timeout: stream ? timeout : (options.timeout ?? FILE_TIMEOUT),
      signal,
      ...(familyOf(model) === 'qwen-audio' && { maxBytes: LONG_ANSWER_BYTES }),
    }
  }

  const client: QwenTts = {
    baseUrl: base,
    stream: (request, { raw = false, file = false, onSentence, signal } = {}) =>
      openSpeechStream(service, {
        ...callOf(request, file ? 'file' : 'stream', signal),
        pcm: raw ? undefined : pcmFormatOf(request),
        onSentence,
      }),
    synthesize: (request, { signal } = {}) => requestSpeechFile(service, callOf(request, 'file', signal)),
    download: (file, { signal } = {}) => downloader.fetch(typeof file === 'string' ? file : file.url, signal),
    realtime: ({ model, ...speech }, { signal, session } = {}) =>
      speakRealtime(() => client.connect(model), speech, { signal, timeout, session }),
    connect(model) {
      const url = realtimeUrlOf(base, model)
      const closed = () => sessions.delete(session)
      const session = openSession(model, { url, headers: socketHeaders, agent, closed, ...limits })
      sessions.add(session)
      return session
    },
    model: (id, { signal } = {}) => findModel(call, base, headers, id, signal),
    voices: createVoices(call, base, headers),
    warm: () => connection.warm(speechPath(base, '')),
    async close() {
      for (const session of sessions) session.close()
      await Promise.all([connection.close(), downloader.close(), agent.destroy()])
    },
    [Symbol.asyncDispose]: () => client.close(),
  }
  return client
}

/** The PCM that a request asks for, if it does. */
function pcmFormatOf(request: SpeechRequest): PcmFormat | undefined {
  const { format = 'pcm', sampleRate = 24_000 }: Partial<QwenAudioRequest> = request
  return format === 'pcm' || format === 'wav' ? { sampleRate, channels: 1 } : undefined
}

/** What the code says comes before what the environment says. */
function baseOf({ baseUrl, region, workspace }: QwenTtsOptions): URL {
  if (baseUrl !== undefined) return baseUrlOf(baseUrl)
  if (region !== undefined || workspace !== undefined) return baseUrlOf(region ?? 'singapore', workspace)
  return baseUrlOf(process.env.DASHSCOPE_HTTP_BASE_URL || 'singapore')
}

/** DashScope itself gives up on a file after five minutes. */
const FILE_TIMEOUT = 310_000
/** An hour and a half of audio in Base64: what 20,000 characters can be at half speed. */
const LONG_ANSWER_BYTES = 400 * 1024 * 1024
