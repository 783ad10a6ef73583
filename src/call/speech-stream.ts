import type { OpusEncoderOptions } from '../audio/opus.ts'
import type { Clock } from '../kernel/clock.ts'
import type { SpeechEngine, SpeechNotice, Utterance } from '../speech/engine.ts'
import { PacketBuffer } from './packet-buffer.ts'
import { Recording, type SpeechResult } from './recording.ts'
import type { Recordings } from './recordings.ts'

export interface SpeechStreamOptions {
  readonly engine: SpeechEngine
  readonly utterance: Utterance
  readonly encoding: OpusEncoderOptions
  readonly clock: Clock
  /** Shares the utterance with other servers, and with those who said it before. */
  readonly recordings?: Recordings | undefined
}

/** One utterance on its way to one server: its Opus packets arrive in `packets` while the provider speaks. */
export class SpeechStream {
  readonly packets: PacketBuffer
  /** Settles when the provider is done, which is usually long before the speech was played. Never rejects. */
  readonly result: Promise<SpeechResult>
  /** When the request was made and when its first sound came, on the monotonic clock. */
  readonly startedAt: number
  firstAudioAt: number | undefined
  #aborted = false
  readonly #recording: Recording
  readonly #leave: () => void
  readonly #settle: (result: SpeechResult) => void

  constructor({ engine, utterance, encoding, clock, recordings }: SpeechStreamOptions) {
    const { promise, resolve } = Promise.withResolvers<SpeechResult>()
    this.result = promise
    this.#settle = resolve
    this.startedAt = clock.now()
    this.#recording = recordings?.of(utterance, encoding) ?? new Recording({ engine, utterance, encoding })
    this.packets = new PacketBuffer(this.#recording)
    this.#leave = this.#recording.listen({
      onPackets: () => {
        this.firstAudioAt ??= clock.now()
        this.packets.notify()
      },
      onEnd: (result) => {
        this.#settle(result)
        this.packets.end()
      },
    })
  }

  /** True when it was not to be heard to its end, also after the provider was done. */
  get aborted(): boolean {
    return this.#aborted
  }

  /** What the provider wants the person to know so far. */
  get notices(): readonly SpeechNotice[] {
    return this.#recording.notices
  }

  /** Drops what was not played, and ends the request upstream when nobody else listens. */
  abort(): void {
    this.#aborted = true
    this.#leave()
    this.#settle({ kind: 'aborted' })
    this.packets.clear()
  }
}
