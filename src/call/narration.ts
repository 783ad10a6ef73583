import { FRAME_MS } from '../audio/format.ts'
import type { OpusEncoderOptions } from '../audio/opus.ts'
import type { Clock } from '../kernel/clock.ts'
import { LectorError } from '../kernel/errors.ts'
import { FairQueue } from '../kernel/fair-queue.ts'
import type { SpeechEngine, SpeechNotice, Utterance } from '../speech/engine.ts'
import { type Outcome, outcomeOf, type SpokenReport } from './outcome.ts'
import type { Player } from './player.ts'
import type { Recordings } from './recordings.ts'
import { SpeechStream } from './speech-stream.ts'
import { turnOver } from './turn-over.ts'

export interface Ticket {
  readonly id: string
  /** How many utterances are before this one. */
  readonly ahead: number
  /** Resolves with what the provider wants the person to know, when the first audio is there or the speech is over. */
  readonly notices: Promise<readonly SpeechNotice[]>
  /** Resolves when its sound begins to be sent; never, if it is not spoken. */
  readonly started: Promise<void>
  readonly outcome: Promise<Outcome>
  /** Takes it back: it is not spoken, or not any further. */
  drop(): void
  /** What is to be said has changed: it is made anew, unless it is being spoken already. */
  remake(): void
}

/**
 * What to say: known now, or made when its turn has come; then, undefined is silence. A function is told the id of the
 * utterance before it, and must not throw.
 */
export type Script = Utterance | ((previous: string | undefined) => Utterance | undefined)

interface Item {
  readonly id: string
  readonly lane: string
  readonly script: Script
  readonly acceptedAt: number
  readonly notices: PromiseWithResolvers<readonly SpeechNotice[]>
  readonly started: PromiseWithResolvers<void>
  readonly outcome: PromiseWithResolvers<Outcome>
  speech: SpeechStream | undefined
  /** Set when it was cut because others were waiting. */
  turnOver?: Outcome
}

export interface NarrationOptions {
  readonly engine: SpeechEngine
  readonly player: Player
  readonly clock: Clock
  readonly queueLimit: number
  /** How to encode an utterance that begins now. */
  readonly encoding: () => OpusEncoderOptions
  readonly onSpoken: (report: SpokenReport) => void
  /** Shares utterances with other servers, and with those who said them before. */
  readonly recordings?: Recordings | undefined
  /** There is something to say now, or nothing any more. */
  readonly onActivity: () => void
}

/**
 * What one server's bot says: one utterance at a time, those of one person in order and different people in turns; the
 * next one is already being synthesised while the current one sounds.
 */
export class Narration {
  readonly #options: NarrationOptions
  readonly #queue: FairQueue<Item>
  #current: Item | undefined
  /** Ends the watch over how long the current utterance takes. */
  #turn: AbortController | undefined
  #lastMade: string | undefined
  #held: PromiseWithResolvers<void> | undefined
  #drained: PromiseWithResolvers<void> | undefined
  #running = false
  #draining = false

  constructor(options: NarrationOptions) {
    this.#options = options
    this.#queue = new FairQueue(options.queueLimit)
  }

  /** Utterances spoken or waiting. */
  get size(): number {
    return this.#queue.size + (this.#current ? 1 : 0)
  }

  /**
   * Throws `voice.queue-full`, and `app.stopping` after `drain`.
   * @param lane whose utterance it is
   */
  say(id: string, script: Script, lane = ''): Ticket {
    if (this.#draining) throw new LectorError('app.stopping', {}, 'something new to say while stopping')
    const item: Item = {
      id,
      lane,
      script,
      acceptedAt: this.#options.clock.now(),
      notices: Promise.withResolvers(),
      started: Promise.withResolvers(),
      outcome: Promise.withResolvers(),
      speech: undefined,
    }
    // What was skipped or stopped just now is over for people.
    const isSpeaking = this.#current?.speech?.aborted === false
    while (!this.#queue.push(lane, item)) {
      const { limit } = this.#queue
      const full = new LectorError('voice.queue-full', { limit }, `the queue holds ${limit} utterances`)
      const displaced = this.#queue.makeRoom(lane)
      if (!displaced) throw full
      abandon(displaced, { kind: 'failed', error: full })
    }
    const ahead = this.#queue.ahead(lane) + (isSpeaking ? 1 : 0)
    if (this.#running) this.#prefetch()
    else void this.#run()
    this.#options.onActivity()
    return {
      id,
      ahead,
      notices: item.notices.promise,
      started: item.started.promise,
      outcome: item.outcome.promise,
      drop: () => this.#drop(item),
      remake: () => this.#remake(item),
    }
  }

  /** The lane and the id of what is spoken now; undefined when there is nothing, or it was skipped already. */
  get speaking(): { readonly lane: string; readonly id: string } | undefined {
    const current = this.#current
    return current?.speech?.aborted === false ? { lane: current.lane, id: current.id } : undefined
  }

  /** Drops what is spoken and what waits in one lane; returns how many. */
  stopLane(lane: string): number {
    const waiting = this.#queue.clearLane(lane)
    for (const item of waiting) abandon(item)
    const isTheirs = this.speaking?.lane === lane
    if (isTheirs) this.skip()
    return waiting.length + (isTheirs ? 1 : 0)
  }

  /** Drops the utterance that is spoken now. False when there is none. */
  skip(): boolean {
    this.#current?.speech?.abort()
    return this.#current !== undefined
  }

  /** Drops the current utterance and all that wait; returns how many. */
  stop(): number {
    const dropped = this.size
    this.#dropWaiting()
    this.skip()
    return dropped
  }

  /**
   * Takes nothing more; resolves when all that waits has been spoken, also when it has to wait for the connection, or
   * when the signal has aborted.
   */
  async drain(signal: AbortSignal): Promise<void> {
    this.#draining = true
    if (!this.#running) return
    this.#drained = Promise.withResolvers()
    const { promise, resolve } = this.#drained
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
    await promise
  }

  /** Makes no more requests and sends no more frames until `release`. */
  hold(): void {
    this.#held ??= Promise.withResolvers()
    this.#options.player.pause()
  }

  release(): void {
    this.#held?.resolve()
    this.#held = undefined
    this.#options.player.resume()
    this.#prefetch()
  }

  /** Drops everything, for good. */
  close(): void {
    this.#turn?.abort()
    this.stop()
    this.#options.player.close()
    this.release()
  }

  #dropWaiting(): void {
    for (const item of this.#queue.clear()) abandon(item)
  }

  #drop(item: Item): void {
    if (item === this.#current) this.skip()
    else if (this.#queue.remove(item)) {
      abandon(item)
      this.#prefetch()
    }
  }

  #remake(item: Item): void {
    if (item === this.#current || !item.speech) return
    item.speech.abort()
    item.speech = undefined
    this.#prefetch()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (;;) {
      while (this.#held) await this.#held.promise
      const item = this.#queue.shift()
      if (!item) break
      const speech = this.#synthesize(item)
      if (speech) await this.#speak(item, speech)
      else abandon(item)
    }
    this.#running = false
    this.#options.player.rest()
    this.#options.onActivity()
    this.#drained?.resolve()
  }

  async #speak(item: Item, speech: SpeechStream): Promise<void> {
    this.#current = item
    speech.packets.onReadable(item.started.resolve)
    // Speech that was made ahead has told of its first audio long ago, when there was something before it.
    this.#prefetch()
    const turn = new AbortController()
    this.#turn = turn
    void this.#limitTurn(item, speech, turn.signal).catch(() => undefined)
    const played = await this.#options.player.play(speech.packets)
    turn.abort()
    this.#queue.charge(item.lane, (played.frames * FRAME_MS) / 1000)
    // Whoever skips does not wait for the provider to let go.
    const outcome = item.turnOver ?? outcomeOf(speech.aborted ? { kind: 'aborted' } : await speech.result)
    this.#current = undefined
    settle(item, outcome)
    const { firstAudioAt, startedAt } = speech
    this.#options.onSpoken({
      id: item.id,
      outcome,
      played,
      waited: startedAt - item.acceptedAt,
      synthesis: firstAudioAt === undefined ? undefined : firstAudioAt - startedAt,
      sending: firstAudioAt === undefined || played.firstAt === undefined ? undefined : played.firstAt - firstAudioAt,
    })
  }

  /** Ends an utterance that has lasted for its time, as soon as somebody else waits. */
  async #limitTurn(item: Item, speech: SpeechStream, signal: AbortSignal): Promise<void> {
    const mayGoOn = () => this.#held !== undefined || !this.#queue.othersWait(item.lane)
    item.turnOver = { kind: 'failed', error: await turnOver(this.#options.clock, mayGoOn, signal) }
    speech.abort()
  }

  /** Undefined when there turns out to be nothing to say. */
  #synthesize(item: Item): SpeechStream | undefined {
    if (item.speech) return item.speech
    const { script } = item
    const utterance = typeof script === 'function' ? script(this.#lastMade) : script
    if (!utterance) return undefined
    this.#lastMade = item.id
    const { engine, clock, encoding, recordings } = this.#options
    const speech = new SpeechStream({ engine, utterance, encoding: encoding(), clock, recordings })
    item.speech = speech
    speech.packets.onReadable(() => {
      item.notices.resolve(speech.notices)
      this.#prefetch()
    })
    return speech
  }

  /** One utterance ahead, and only once the current one sounds: it must never wait for the next. */
  #prefetch(): void {
    if (this.#held || this.#current?.speech?.firstAudioAt === undefined) return
    for (let next = this.#queue.peek(); next && !this.#synthesize(next); next = this.#queue.peek()) {
      this.#queue.remove(next)
      abandon(next)
    }
  }
}

function abandon(item: Item, outcome: Outcome = { kind: 'dropped' }): void {
  item.speech?.abort()
  settle(item, outcome)
}

function settle(item: Item, outcome: Outcome): void {
  item.notices.resolve(item.speech?.notices ?? [])
  item.outcome.resolve(outcome)
}
