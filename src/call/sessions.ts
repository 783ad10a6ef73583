import { EventEmitter } from 'node:events'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { LectorError } from '../kernel/errors.ts'
import type { SpeechEngine } from '../speech/engine.ts'
import { FrameClock } from './frame-clock.ts'
import type { VoiceOutput } from './link.ts'
import type { SpokenReport } from './outcome.ts'
import { Recordings } from './recordings.ts'
import { type SessionState, VoiceSession } from './session.ts'

/** What happens in the voice channels, for those who log, measure or inform. */
export interface VoiceEvents {
  state: [guildId: string, state: SessionState]
  spoken: [guildId: string, report: SpokenReport]
  /** An attempt to connect failed. */
  trouble: [guildId: string, error: LectorError]
}

export interface VoiceSessionsOptions {
  readonly output: VoiceOutput
  readonly engine: SpeechEngine
  /** Utterances that may wait in one server. */
  readonly queueLimit: number
  /** A voice channel's bitrate in bits per second. */
  readonly bitrate: (channelId: string) => number
  /** What is spoken and was spoken in any server; nothing is kept unless given. */
  readonly recordings?: Recordings
  readonly clock?: Clock
  /** Of the whole process. */
  readonly frames?: FrameClock
  readonly random?: () => number
}

/** Past this share of its time at work, the event loop makes all who speak late: nobody else is let in. */
const MOST_LOAD = 0.75

/** The voice sessions of all servers. A server without a session costs nothing. */
export class VoiceSessions extends EventEmitter<VoiceEvents> {
  readonly #options: VoiceSessionsOptions
  readonly #frames: FrameClock
  readonly #clock: Clock
  readonly #sessions = new Map<string, VoiceSession>()
  readonly #recordings: Recordings
  readonly #troubles = new Map<string, LectorError>()
  #stopping = false

  constructor(options: VoiceSessionsOptions) {
    super()
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#frames = options.frames ?? new FrameClock(this.#clock)
    this.#recordings = options.recordings ?? new Recordings({ engine: options.engine })
  }

  get(guildId: string): VoiceSession | undefined {
    return this.#sessions.get(guildId)
  }

  /** Why the last attempt to connect in a server failed; undefined once one has succeeded. */
  trouble(guildId: string): LectorError | undefined {
    return this.#troubles.get(guildId)
  }

  /** True once `drain` has begun: what is dropped from now on is not by anybody's wish. */
  get isStopping(): boolean {
    return this.#stopping
  }

  /** The servers that have a session. */
  guilds(): string[] {
    return [...this.#sessions.keys()]
  }

  /** How many servers have a session. */
  get size(): number {
    return this.#sessions.size
  }

  /** Utterances spoken or waiting in all servers. */
  get queued(): number {
    return [...this.#sessions.values()].reduce((sum, { queued }) => sum + queued, 0)
  }

  /** How many players send frames at this moment. */
  get playing(): number {
    return this.#frames.size
  }

  /** The session of a server, joined to this voice channel or on its way; throws what `VoiceSession.join` throws. */
  async join(guildId: string, channelId: string): Promise<VoiceSession> {
    const session = this.open(guildId)
    await session.join(channelId)
    return session
  }

  /**
   * The session of a server, made if there is none. A session that was left is forgotten. Throws `voice.too-busy` rather
   * than let everybody stutter.
   */
  open(guildId: string): VoiceSession {
    if (this.#stopping) throw new LectorError('app.stopping', {}, 'opening a voice session while stopping')
    const existing = this.#sessions.get(guildId)
    if (existing) return existing
    const { load } = this.#frames
    if (load > MOST_LOAD) {
      const message = `opening a voice session with the event loop ${Math.round(100 * load)} % at work`
      throw new LectorError('voice.too-busy', {}, message, { retryable: true })
    }
    const { output, engine, queueLimit, bitrate, random = Math.random } = this.#options
    const session = new VoiceSession({
      guildId,
      output,
      engine,
      recordings: this.#recordings,
      frames: this.#frames,
      clock: this.#clock,
      random,
      queueLimit,
      bitrate,
      onState: (state) => {
        if (state.status === 'left') this.#sessions.delete(guildId)
        this.emit('state', guildId, state)
      },
      onSpoken: (report) => this.emit('spoken', guildId, report),
      onTrouble: (trouble) => this.#note(guildId, trouble),
    })
    this.#sessions.set(guildId, session)
    return session
  }

  #note(guildId: string, trouble: LectorError | undefined): void {
    if (!trouble) this.#troubles.delete(guildId)
    else {
      this.#troubles.set(guildId, trouble)
      this.emit('trouble', guildId, trouble)
    }
  }

  /** Takes no new work, finishes the sentences that are being said, within the signal's time, and leaves. */
  async drain(signal: AbortSignal): Promise<void> {
    this.#stopping = true
    await Promise.all([...this.#sessions.values()].map((session) => session.drain(signal)))
  }
}
