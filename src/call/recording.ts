import { setImmediate as nextTurn } from 'node:timers/promises'
import { OpusEncoder, type OpusEncoderOptions } from '../audio/opus.ts'
import { PackedPackets } from '../audio/packed-packets.ts'
import { isAbort, LectorError } from '../kernel/errors.ts'
import type { SpeechEngine, SpeechNotice, SpeechReceipt, Utterance } from '../speech/engine.ts'

/** Frames encoded before other work gets a turn: about 1 ms, so that no provider's huge chunk delays a neighbour. */
const FRAMES_PER_TURN = 25

export type SpeechResult =
  | { readonly kind: 'complete'; readonly receipt: SpeechReceipt }
  /** What was encoded before is there and worth playing. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'aborted' }

export interface RecordingListener {
  /** The recording has more packets than before. */
  readonly onPackets: () => void
  /** Called once, last. */
  readonly onEnd: (result: SpeechResult) => void
}

/** An utterance that was spoken to its end before. */
export interface Kept {
  readonly packets: PackedPackets
  readonly notices: readonly SpeechNotice[]
  readonly receipt: SpeechReceipt
}

export interface RecordingOptions {
  readonly engine: SpeechEngine
  readonly utterance: Utterance
  readonly encoding: OpusEncoderOptions
  /** Looks whether the utterance is known; must not reject. */
  readonly find?: () => Promise<Kept | undefined>
}

/**
 * One utterance made into Opus packets, once, for all who want to hear it: whoever comes late gets what was missed at
 * once. It begins when it is made, and ends upstream when the last listener has left.
 */
export class Recording {
  readonly notices: SpeechNotice[] = []
  /** Settles when the provider is done. Never rejects. */
  readonly result: Promise<SpeechResult>
  /** True when it was known and nothing was asked of the engine. */
  known = false
  readonly #options: RecordingOptions
  readonly #abort = new AbortController()
  readonly #listeners = new Set<RecordingListener>()
  #packets = new PackedPackets()
  #ended: SpeechResult | undefined

  constructor(options: RecordingOptions) {
    this.#options = options
    this.result = this.#run().then((result) => this.#end(result))
  }

  /** What was made so far; grows until the end. */
  get packets(): PackedPackets {
    return this.#packets
  }

  /** False once everybody left before the end, or it failed: another attempt may do better. */
  get joinable(): boolean {
    return !this.#abort.signal.aborted && (this.#ended?.kind ?? 'complete') === 'complete'
  }

  /** Gives what is there, then follows. Returns what to call to hear no more. */
  listen(listener: RecordingListener): () => void {
    if (this.#packets.count > 0) listener.onPackets()
    if (this.#ended) listener.onEnd(unpaid(this.#ended))
    else this.#listeners.add(listener)
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#abort.abort()
    }
  }

  async #run(): Promise<SpeechResult> {
    const { engine, utterance, encoding, find } = this.#options
    const { signal } = this.#abort
    let encoder: OpusEncoder | undefined
    let receipt: SpeechReceipt | undefined
    try {
      const kept = await find?.()
      if (kept) return this.#replay(kept)
      encoder = await OpusEncoder.open(encoding)
      for await (const event of engine.speak(utterance, signal)) {
        if (event.kind === 'notice') this.notices.push(event.notice)
        else if (event.kind === 'end') receipt = event.receipt
        else {
          for (const packet of encoder.encode(event.pcm)) {
            this.#add(packet)
            // Node hands a datagram to the system at the end of a turn: the first one leaves before more is encoded.
            if (this.#packets.count % FRAMES_PER_TURN === 1) await nextTurn()
            if (signal.aborted) return { kind: 'aborted' }
          }
        }
      }
      if (!receipt) throw new LectorError('speech.cut', { engine: engine.id }, 'the engine ended without a receipt')
      return { kind: 'complete', receipt }
    } catch (error) {
      return signal.aborted || isAbort(error) ? { kind: 'aborted' } : { kind: 'failed', error }
    } finally {
      if (encoder && !signal.aborted) for (const packet of encoder.flush()) this.#add(packet)
      encoder?.close()
    }
  }

  #replay({ packets, notices, receipt }: Kept): SpeechResult {
    this.known = true
    this.notices.push(...notices)
    this.#packets = packets
    this.#tell()
    return { kind: 'complete', receipt }
  }

  #add(packet: Buffer): void {
    this.#packets.push(packet)
    this.#tell()
  }

  #tell(): void {
    for (const { onPackets } of this.#listeners) onPackets()
  }

  /** The first of those who are still there has it on the bill. */
  #end(result: SpeechResult): SpeechResult {
    this.#ended = result
    const [first, ...others] = this.#listeners
    this.#listeners.clear()
    first?.onEnd(result)
    for (const { onEnd } of others) onEnd(unpaid(result))
    return result
  }
}

function unpaid(result: SpeechResult): SpeechResult {
  if (result.kind !== 'complete') return result
  const { engine, model } = result.receipt
  return { kind: 'complete', receipt: { engine, model, characters: 0 } }
}
