import type { Clock } from './clock.ts'
import type { SpeechRequest } from './speech-request.ts'

/** Whose key a request carried: the bot's, or the shared one. */
export type Caller = 'bot' | 'guest'

/** The raw request beside what it asks for. */
export type Origin = Pick<ServedRequest, 'body' | 'workspace' | 'caller'>

/** One request as the service received and answered it. */
export interface ServedRequest extends SpeechRequest {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The raw JSON. */
  readonly body: string
  readonly workspace?: string
  readonly caller?: Caller
  readonly state: 'running' | 'completed' | 'refused' | 'cancelled' | 'failed'
  /** HTTP status of the answer; 0 until it is sent. */
  readonly status: number
  /** When the first sound left, milliseconds since 1970. */
  readonly firstAudioAt?: number
  /** When the answer ended or the client left, milliseconds since 1970. */
  readonly endedAt?: number
  /** The same moments on the monotonic clock. */
  readonly moments: { readonly asked: number; readonly firstAudio?: number; readonly ended?: number }
  /** Sound sent so far: s16le mono 24 kHz. */
  readonly pcm: Buffer
}

/** Fills in a record while the request is served. */
export interface Recorder {
  readonly request: ServedRequest
  answered(status: number): void
  /** Adds text that arrived after the request itself. */
  appended(text: string): void
  sounded(pcm: Buffer): void
  /** Settles the request; later calls change nothing. */
  end(state: Exclude<ServedRequest['state'], 'running'>): void
}

export function recordRequest(
  id: string,
  asked: SpeechRequest,
  origin: Origin,
  clock: Clock,
  /** Called when the request arrives, at its first sound, and when it ends. */
  changed: (request: ServedRequest) => void = () => undefined,
): Recorder {
  const sound: Buffer[] = []
  let joined: Buffer | undefined
  const request: { -readonly [K in keyof ServedRequest]: ServedRequest[K] } = {
    ...asked,
    ...origin,
    id,
    at: clock.wall(),
    moments: { asked: clock.now() },
    state: 'running',
    status: 0,
    get pcm() {
      joined ??= Buffer.concat(sound)
      return joined
    },
  }
  return {
    request,
    answered(status) {
      request.status = status
    },
    appended(text) {
      request.text += text
    },
    sounded(pcm) {
      sound.push(pcm)
      joined = undefined
      if (request.firstAudioAt !== undefined) return
      request.firstAudioAt = clock.wall()
      request.moments = { ...request.moments, firstAudio: clock.now() }
      changed(request)
    },
    end(state) {
      if (request.state !== 'running') return
      request.state = state
      request.endedAt = clock.wall()
      request.moments = { ...request.moments, ended: clock.now() }
      changed(request)
    },
  }
}
