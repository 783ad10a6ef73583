import type { Clock } from '../kernel/clock.ts'
import { isLectorError, LectorError } from '../kernel/errors.ts'
import type { SpeechEngine } from '../speech/engine.ts'
import { Attempts } from './attempts.ts'
import { isFinal } from './close-codes.ts'
import type { FrameClock } from './frame-clock.ts'
import type { LinkHold, LinkLoss, VoiceLink, VoiceLinkObserver, VoiceOutput } from './link.ts'
import { Narration, type Script, type Ticket } from './narration.ts'
import type { SpokenReport } from './outcome.ts'
import { Player } from './player.ts'
import type { Recordings } from './recordings.ts'

/** Longest time that a connection may repair itself before it is replaced: speech should be back within two seconds. */
const REPAIR_DEADLINE_MS = 1_500

/** Each state holds what is alive in it: `abort` ends the work that goes on, entering another state calls it. */
export type SessionState =
  | { readonly status: 'joining'; readonly channelId: string; readonly abort: AbortController }
  | { readonly status: 'idle' | 'speaking'; readonly channelId: string }
  /**
   * `by: 'link'`: the connection was interrupted and repairs itself (a voice resume); if it cannot in time, we do.
   * `by: 'us'`: it is replaced. `trouble` is why the last attempt failed.
   */
  | {
      readonly status: 'recovering'
      readonly by: 'link' | 'us'
      readonly channelId: string
      readonly abort: AbortController
      readonly trouble?: LectorError
    }
  /** In the channel, but nobody can hear us: no request is made and no frame sent until that ends. */
  | { readonly status: 'waiting'; readonly for: LinkHold; readonly channelId: string }
  | { readonly status: 'left'; readonly reason: LeaveReason }

export type LeaveReason =
  /** Nothing joined yet, or somebody asked the bot to leave. */
  | { readonly kind: 'asked' }
  /** The process ends; the channel is still where the bot belongs. */
  | { readonly kind: 'stopping' }
  | { readonly kind: 'lost'; readonly loss: LinkLoss }
  | { readonly kind: 'failed'; readonly error: LectorError }

export interface SessionOptions {
  readonly guildId: string
  readonly output: VoiceOutput
  readonly engine: SpeechEngine
  readonly frames: FrameClock
  readonly clock: Clock
  readonly random: () => number
  readonly queueLimit: number
  readonly bitrate: (channelId: string) => number
  readonly onState: (state: SessionState) => void
  readonly onSpoken: (report: SpokenReport) => void
  /** An attempt to connect failed; `undefined` once one has succeeded. */
  readonly onTrouble?: (trouble: LectorError | undefined) => void
  readonly recordings?: Recordings | undefined
}

/**
 * The load of the event loop from which on encoding is hurried. New calls are refused at 0.75, so there is room for the
 * fifth of CPU that the better encoding costs.
 */
const HURRIED_LOAD = 0.5

/** One server's voice: where the bot is, and what it says there. */
export class VoiceSession implements VoiceLinkObserver {
  readonly #options: SessionOptions
  readonly #link: VoiceLink
  readonly #narration: Narration
  readonly #attempts: Attempts
  /** The text channel in which people last spoke to the bot. */
  textChannelId: string | undefined
  #state: SessionState = { status: 'left', reason: { kind: 'asked' } }
  #joining: Promise<void> = Promise.resolve()
  #hold: LinkHold | undefined

  constructor(options: SessionOptions) {
    this.#options = options
    const { guildId, output, engine, frames, clock, random, queueLimit, bitrate, onSpoken, recordings } = options
    this.#link = output.open(guildId, this)
    this.#attempts = new Attempts(clock, random)
    this.#narration = new Narration({
      engine,
      player: new Player(this.#link, frames, clock),
      clock,
      queueLimit,
      encoding: () => ({ bitrate: bitrate(this.channelId ?? ''), hurried: frames.load > HURRIED_LOAD }),
      onSpoken,
      recordings,
      onActivity: () => this.#settle(),
    })
    this.#narration.hold()
  }

  get state(): SessionState {
    return this.#state
  }

  /** Where the bot is or is on its way to. */
  get channelId(): string | undefined {
    return this.#state.status === 'left' ? undefined : this.#state.channelId
  }

  /** Utterances spoken or waiting. */
  get queued(): number {
    return this.#narration.size
  }

  /**
   * Joins, or moves to, a voice channel; resolves when the bot can be heard there, and at once where it already belongs.
   * Throws the `LectorError` that says why not; the session is then `left`, or still where it was when it is plain from
   * here that it may not go there.
   */
  async join(channelId: string): Promise<void> {
    const state = this.#state
    if (state.status !== 'left' && state.channelId === channelId) {
      if (state.status === 'joining') await this.#joining
      return
    }
    if (isConnected(state)) this.#link.check(channelId)
    this.#attempts.reset()
    this.#joining = this.#bring({ status: 'joining', channelId, abort: new AbortController() })
    await this.#joining
  }

  /**
   * Queues an utterance; people take turns, each in their `lane`. What is said before the bot is connected is spoken as
   * soon as it is.
   */
  say(id: string, script: Script, lane?: string): Ticket {
    if (this.#state.status === 'left') throw new LectorError('voice.not-connected', {}, 'say without a voice channel')
    const { guildId } = this.#options
    const make = (previous: string | undefined) => {
      const utterance = typeof script === 'function' ? script(previous) : script
      return utterance && { ...utterance, guildId }
    }
    return this.#narration.say(id, make, lane)
  }

  /** Whose utterance is spoken now, and which. */
  get speaking(): { readonly lane: string; readonly id: string } | undefined {
    return this.#narration.speaking
  }

  /** Drops everything of one lane, as `stop` does of all. */
  stopLane(lane: string): number {
    return this.#narration.stopLane(lane)
  }

  skip(): boolean {
    return this.#narration.skip()
  }

  stop(): number {
    return this.#narration.stop()
  }

  /** Leaves the voice channel and drops what was to be said. The session is over; a new one joins anew. */
  leave(): void {
    this.#leave({ kind: 'asked' })
  }

  /** Finishes the sentence that is being said, within the signal's time, and leaves. */
  async drain(signal: AbortSignal): Promise<void> {
    // Whoever cannot be heard may stay so for hours.
    if (this.#state.status !== 'waiting') await this.#narration.drain(signal)
    this.#leave({ kind: 'stopping' })
  }

  onInterrupted(): void {
    const state = this.#state
    if (!isConnected(state)) return
    const { channelId } = state
    const { abort } = this.#enter({ status: 'recovering', by: 'link', channelId, abort: new AbortController() })
    void this.#options.clock
      .sleep(REPAIR_DEADLINE_MS, abort.signal)
      .then(() => this.onLost({ kind: 'broken' }))
      .catch(() => undefined)
  }

  onRestored(): void {
    if (this.#state.status === 'recovering' && this.#state.by === 'link') this.#arrive(this.#state.channelId)
  }

  onLost(loss: LinkLoss): void {
    const state = this.#state
    if (state.status === 'left') return
    if (isFinal(loss)) this.#leave({ kind: 'lost', loss })
    else if (isConnected(state) || (state.status === 'recovering' && state.by === 'link')) {
      this.#attempts.recover()
      this.#bring({ status: 'recovering', by: 'us', channelId: state.channelId, abort: new AbortController() }).catch(
        () => undefined,
      )
    }
  }

  onMoved(channelId: string): void {
    if (this.#state.status === 'left') return
    this.#state = { ...this.#state, channelId }
    this.#options.onState(this.#state)
  }

  onHold(hold: LinkHold | undefined): void {
    this.#hold = hold
    this.#settle()
  }

  /** Connects to the channel. A failure leaves, and is thrown to the caller. */
  async #bring(state: Extract<SessionState, { readonly abort: AbortController }>): Promise<void> {
    const { abort, channelId } = this.#enter(state)
    try {
      await this.#connect(abort.signal)
    } catch (error) {
      if (!abort.signal.aborted) this.#leave({ kind: 'failed', error: asJoinError(error, channelId) })
      throw error
    }
    // Discord may have put us elsewhere meanwhile.
    if (!abort.signal.aborted) this.#arrive(this.channelId ?? channelId)
  }

  #arrive(channelId: string): void {
    const hold = this.#hold
    if (hold) this.#enter({ status: 'waiting', for: hold, channelId })
    else this.#enter({ status: this.#narration.size > 0 ? 'speaking' : 'idle', channelId })
  }

  /** Takes the state that fits to what holds us and to what there is to say. */
  #settle(): void {
    const state = this.#state
    if (!isConnected(state)) return
    const wanted = this.#hold ? 'waiting' : this.#narration.size > 0 ? 'speaking' : 'idle'
    if (state.status !== wanted || (state.status === 'waiting' && state.for !== this.#hold))
      this.#arrive(state.channelId)
  }

  async #connect(signal: AbortSignal): Promise<void> {
    for (;;) {
      const pause = this.#attempts.begin()
      if (pause > 0) await this.#options.clock.sleep(pause, signal)
      try {
        // Read each time: somebody may have moved us between two attempts.
        await this.#link.connect(this.channelId ?? '', signal)
        this.#options.onTrouble?.(undefined)
        return this.#attempts.connected()
      } catch (error) {
        signal.throwIfAborted()
        if (isLectorError(error)) this.#report(error)
        if (!isLectorError(error) || !error.retryable || this.#attempts.areSpent) throw error
      }
    }
  }

  /** People are told why speech does not come, while more attempts are made. */
  #report(trouble: LectorError): void {
    this.#options.onTrouble?.(trouble)
    if (this.#state.status !== 'recovering') return
    this.#state = { ...this.#state, trouble }
    this.#options.onState(this.#state)
  }

  /** The only way from one state to the next: ends what the old one had going, and holds or releases speech. */
  #enter<S extends SessionState>(state: S): S {
    if ('abort' in this.#state) this.#state.abort.abort(asJoinError(undefined, this.#state.channelId))
    this.#state = state
    if (state.status === 'idle' || state.status === 'speaking') this.#narration.release()
    else if (state.status !== 'left') this.#narration.hold()
    this.#options.onState(state)
    return state
  }

  #leave(reason: LeaveReason): void {
    if (this.#state.status === 'left') return
    this.#enter({ status: 'left', reason })
    this.#narration.close()
    this.#link.close({ tellDiscord: reason.kind !== 'lost' || reason.loss.kind !== 'removed' })
  }
}

type Connected = Extract<SessionState, { readonly status: 'idle' | 'speaking' | 'waiting' }>

function isConnected(state: SessionState): state is Connected {
  return state.status === 'idle' || state.status === 'speaking' || state.status === 'waiting'
}

function asJoinError(error: unknown, channelId: string): LectorError {
  if (isLectorError(error)) return error
  return new LectorError('voice.join-failed', { channel: `<#${channelId}>` }, 'joining a voice channel failed', {
    cause: error,
  })
}
