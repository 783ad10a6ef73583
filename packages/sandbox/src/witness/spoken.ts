import type { HeardFrame } from '@lector/loopback-discord'
import { analyse, decodeFrames, FRAME_MS, render } from '@lector/loopback-discord'
import type { ServedRequest } from '@lector/loopback-speech'
import { countCharacters, durationOf } from '@lector/loopback-speech'
import type { GapView, RequestView, UtteranceView } from '../views.ts'
import type { Cause } from './cause.ts'

/** One thing that was said: why, what the speech service was asked for it, and what a listener heard of it. */
export class Spoken {
  readonly id: string
  readonly cause: Cause | undefined
  readonly requests: ServedRequest[] = []
  readonly frames: HeardFrame[] = []
  /** When the bot had finished what it said before; undefined when it was free. */
  freeAt: number | undefined
  /** Nothing more of it is expected. */
  ended = false

  constructor(id: string, cause?: Cause) {
    this.id = id
    this.cause = cause
  }

  /** Whether a request for these words would be another attempt, and not the same thing said again. */
  wants(words: string): boolean {
    return !this.ended && !this.requests.some(({ text, state }) => text === words && SERVED.has(state))
  }

  /** Whether the service has given all it will. After a failure the bot may still try again, or another voice stand in. */
  get isServed(): boolean {
    if (this.frames.length > 0 && this.soundAt === undefined) return true
    return SETTLED.has(this.requests.at(-1)?.state) && this.requests.every(({ state }) => state !== 'running')
  }

  /** Whether no more can come: it was heard to its end, as long as it was made, or was cut short. */
  get isOver(): boolean {
    if (!this.ended || !this.isServed || this.requests.length === 0) return false
    const made = sum(this.requests.map(({ pcm }) => Math.ceil(durationOf(pcm.length) / FRAME_MS)))
    return this.requests.at(-1)?.state === 'cancelled' || made - this.frames.length < LOST_AT_END
  }

  get isWaiting(): boolean {
    return !this.ended && this.frames.length === 0
  }

  /** When the service refused it or broke off, and was not asked again. */
  get failedAt(): number | undefined {
    const last = this.requests.at(-1)
    return FAILED.has(last?.state) ? last?.moments.ended : undefined
  }

  /** Without sound, what became of the last request is what became of it. */
  get state(): UtteranceView['state'] {
    if (this.frames.length > 0) return this.ended ? 'spoken' : 'speaking'
    if (this.failedAt !== undefined) return 'failed'
    if (this.ended || this.requests.at(-1)?.state === 'cancelled') return 'dropped'
    return 'waiting'
  }

  /** When the service first had sound for it. */
  get soundAt(): number | undefined {
    return this.requests.find(({ moments }) => moments.firstAudio !== undefined)?.moments.firstAudio
  }

  get lastFrame(): HeardFrame | undefined {
    return this.frames.at(-1)
  }

  /** s16 mono PCM of 48 kHz. */
  sound(): Int16Array {
    return render(decodeFrames(this.frames))
  }

  /** As JSON; moments are milliseconds of `performance.now()`. */
  view(): UtteranceView {
    const request = this.requests.at(-1)
    const voiced = this.frames.filter(({ silence }) => !silence)
    const served = this.requests.filter(({ status }) => status === 200)
    return {
      id: this.id,
      state: this.state,
      words: this.cause?.text ?? this.requests.map(({ text }) => text).join(' '),
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
      ...(this.ended && figures(this.frames)),
    }
  }
}

const SERVED = new Set<ServedRequest['state']>(['running', 'completed'])
const FAILED = new Set<ServedRequest['state'] | undefined>(['refused', 'failed'])
const SETTLED = new Set<ServedRequest['state'] | undefined>([undefined, 'completed', 'cancelled'])
/** Of the last frames, closing silence included, some may get lost. */
const LOST_AT_END = 10
/** Milliseconds: a client's jitter buffer covers what is shorter. */
const GAP = 100

function requestView({ id, text, state, status, moments, pcm }: ServedRequest): RequestView {
  return { id, text, state, status, ...moments, duration: durationOf(pcm.length) }
}

function figures(frames: readonly HeardFrame[]): Partial<UtteranceView> {
  const parts = analyse(decodeFrames(frames), Number.POSITIVE_INFINITY)
  return {
    firstSound: parts[0]?.firstSound,
    lost: sum(parts.map(({ lost }) => lost)),
    unencrypted: sum(parts.map(({ unencrypted }) => unencrypted)),
    undecryptable: sum(parts.map(({ undecryptable }) => undecryptable)),
  }
}

/** Where nothing was heard for a while in the middle: when that began, and how long it was. */
function gapsOf(frames: readonly HeardFrame[]): GapView[] {
  return frames.flatMap(({ arrival }, index) => {
    const before = frames[index - 1]?.arrival ?? arrival
    return arrival - before > GAP ? [{ at: before, ms: arrival - before }] : []
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
