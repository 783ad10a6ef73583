import { setImmediate as nextTurn } from 'node:timers/promises'
import { Framer } from '../audio/framing.ts'
import { OpusEncoder } from '../audio/opus.ts'
import type { Clock } from '../kernel/clock.ts'
import { isAbort, LectorError } from '../kernel/errors.ts'
import type { SpeechEngine, SpeechNotice, SpeechReceipt, Utterance } from '../speech/engine.ts'
import { PacketBuffer } from './packet-buffer.ts'

/** Frames encoded before other work gets a turn: about 2 ms, so that no provider's huge chunk delays a neighbour. */
const FRAMES_PER_TURN = 25

export type SpeechResult =
  | { readonly kind: 'complete'; readonly receipt: SpeechReceipt }
  /** What was encoded before is still in the buffer and worth playing. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'aborted' }

export interface SpeechStreamOptions {
  readonly engine: SpeechEngine
  readonly utterance: Utterance
  readonly bitrate: number
  readonly clock: Clock
}

/** One utterance on its way: the provider's PCM becomes Opus packets in `packets` while it arrives. */
export class SpeechStream {
  readonly packets = new PacketBuffer()
  readonly notices: SpeechNotice[] = []
  /** Settles when the provider is done, which is usually long before the speech was played. Never rejects. */
  readonly result: Promise<SpeechResult>
  /** When the request was made and when its first audio came, on the monotonic clock. */
  readonly startedAt: number
  firstAudioAt: number | undefined
  readonly #abort = new AbortController()
  readonly #options: SpeechStreamOptions

  constructor(options: SpeechStreamOptions) {
    this.#options = options
    this.startedAt = options.clock.now()
    this.result = this.#run()
  }

  /** True when it was not to be heard to its end, also after the provider was done. */
  get aborted(): boolean {
    return this.#abort.signal.aborted
  }

  /** Ends the request upstream and drops what was not played. */
  abort(): void {
    this.#abort.abort()
    this.packets.clear()
  }

  async #run(): Promise<SpeechResult> {
    const { engine, utterance, bitrate, clock } = this.#options
    const { signal } = this.#abort
    let encoder: OpusEncoder | undefined
    let receipt: SpeechReceipt | undefined
    const framer = new Framer()
    try {
      encoder = await OpusEncoder.open({ bitrate })
      for await (const event of engine.speak(utterance, signal)) {
        if (event.kind === 'notice') this.notices.push(event.notice)
        else if (event.kind === 'end') receipt = event.receipt
        else {
          this.firstAudioAt ??= clock.now()
          let frames = 0
          for (const frame of framer.push(event.pcm)) {
            this.packets.push(encoder.encode(frame))
            frames += 1
            if (frames % FRAMES_PER_TURN === 0) await nextTurn()
            if (signal.aborted) return { kind: 'aborted' }
          }
        }
      }
      if (!receipt) throw new LectorError('speech.cut', { engine: engine.id }, 'the engine ended without a receipt')
      return { kind: 'complete', receipt }
    } catch (error) {
      return signal.aborted || isAbort(error) ? { kind: 'aborted' } : { kind: 'failed', error }
    } finally {
      const last = framer.flush()
      if (last && encoder && !signal.aborted) this.packets.push(encoder.encode(last))
      encoder?.close()
      this.packets.end()
    }
  }
}
