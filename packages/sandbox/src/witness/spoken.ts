import { decodeFrames, FRAME_MS, type HeardFrame, render } from '@lector/loopback-discord'
import { countCharacters, durationOf, type ServedRequest } from '@lector/loopback-speech'
import type { GapView, RequestView, UtteranceFigures, UtteranceView } from '../views.ts'
import type { Cause } from './cause.ts'
import { figuresOf } from './figures.ts'

/** One utterance: its cause, its speech requests, and what a listener heard. */
export class Spoken {
  readonly id: string
  readonly cause: Cause | undefined
  readonly requests: ServedRequest[] = []
  readonly frames: HeardFrame[] = []
  /** When the bot finished its previous utterance; undefined if it was idle. */
  freeAt: number | undefined
  /** No more frames are expected. */
  ended = false
  /** The figures of so many frames. */
  #figures: { readonly frames: number; readonly figures: Promise<UtteranceFigures> } | undefined

  constructor(id: string, cause?: Cause) {
    this.id = id
    this.cause = cause
  }

  /** Whether a request for this text is a retry rather than a repetition. */
  wants(words: string): boolean {
    return !this.ended && !this.requests.some(({ text, state }) => text === words && SERVED.has(state))
  }

  /** Whether the service has sent everything. After a failure the bot may retry or use a fallback voice. */
  get isServed(): boolean {
    if (this.frames.length > 0 && this.soundAt === undefined) return true
    return SETTLED.has(this.requests.at(-1)?.state) && this.requests.every(({ state }) => state !== 'running')
  }

  /** Whether no more can come: heard to the end, or cut short. */
  get isOver(): boolean {
    if (!this.ended || !this.isServed || this.requests.length === 0) return false
    const made = sum(this.requests.map(({ pcm }) => Math.ceil(durationOf(pcm.length) / FRAME_MS)))
    return this.requests.at(-1)?.state === 'cancelled' || made - this.frames.length < LOST_AT_END
  }

  get isWaiting(): boolean {
    return !this.ended && this.frames.length === 0
  }

  /** When the service refused or broke off without a retry. */
  get failedAt(): number | undefined {
    const last = this.requests.at(-1)
    return FAILED.has(last?.state) ? last?.moments.ended : undefined
  }

  /** Without sound, the last request decides the state. */
  get state(): UtteranceView['state'] {
    if (this.frames.length > 0) return this.ended ? 'spoken' : 'speaking'
    if (this.failedAt !== undefined) return 'failed'
    if (this.ended || this.requests.at(-1)?.state === 'cancelled') return 'dropped'
    return 'waiting'
  }

  /** When the service sent the first sound. */
  get soundAt(): number | undefined {
    return this.requests.find(({ moments }) => moments.firstAudio !== undefined)?.moments.firstAudio
  }

  get words(): string {
    return this.cause?.text ?? this.requests.map(({ text }) => text).join(' ')
  }

  /** What the service made for it, s16 mono PCM of 24 kHz. */
  get made(): Int16Array {
    const pcm = Buffer.concat(this.requests.map((request) => request.pcm))
    return new Int16Array(pcm.buffer, pcm.byteOffset, Math.floor(pcm.length / Int16Array.BYTES_PER_ELEMENT))
  }

  get lastFrame(): HeardFrame | undefined {
    return this.frames.at(-1)
  }

  /** s16 mono PCM of 48 kHz. */
  async sound(): Promise<Int16Array> {
    return render(await decodeFrames(this.frames))
  }

  /** As JSON; moments are milliseconds of `performance.now()`. */
  async view(): Promise<UtteranceView> {
    const figures = this.ended ? await this.#figuresOnce() : undefined
    const request = this.requests.at(-1)
    const voiced = this.frames.filter(({ silence }) => !silence)
    const served = this.requests.filter(({ status }) => status === 200)
    return {
      id: this.id,
      state: this.state,
      words: this.words,
      ...(this.cause && { cause: this.cause }),
      voice: request?.voice ?? this.cause?.voice,
      style: request?.instructions ?? this.cause?.style,
      model: request?.model,
      characters: sum(served.map(({ text }) => countCharacters(text))),
      freeAt: this.freeAt,
      requests: this.requests.map(requestView),
      firstPacket: voiced[0]?.arrival,
      lastPacket: voiced.at(-1)?.arrival,
      speech: voiced.length * FRAME_MS,
      gaps: gapsOf(voiced),
      ...figures,
    }
  }

  /** Decoding takes a while, so it is done once for all who ask. */
  #figuresOnce(): Promise<UtteranceFigures> {
    const { length } = this.frames
    if (this.#figures?.frames !== length) {
      this.#figures = { frames: length, figures: figuresOf(this.frames.slice(), this.requests) }
    }
    return this.#figures.figures
  }
}

const SERVED = new Set<ServedRequest['state']>(['running', 'completed'])
const FAILED = new Set<ServedRequest['state'] | undefined>(['refused', 'failed'])
const SETTLED = new Set<ServedRequest['state'] | undefined>([undefined, 'completed', 'cancelled'])
/** Number of last frames, closing silence included, that may get lost. */
const LOST_AT_END = 10
/** Milliseconds: a client's jitter buffer covers what is shorter. */
const GAP = 100

function requestView({ id, text, state, status, moments, pcm }: ServedRequest): RequestView {
  return { id, text, state, status, ...moments, duration: durationOf(pcm.length) }
}

/** Gaps in the middle of an utterance: start and length. */
function gapsOf(frames: readonly HeardFrame[]): GapView[] {
  return frames.flatMap(({ arrival }, index) => {
    const before = frames[index - 1]?.arrival ?? arrival
    return arrival - before > GAP ? [{ at: before, ms: arrival - before }] : []
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
