import { randomBytes } from 'node:crypto'
import { encoderSettings, type OpusEncoderOptions } from '../audio/opus.ts'
import { PackedPackets } from '../audio/packed-packets.ts'
import type { PacketCache, StoredPackets } from '../audio/packet-cache.ts'
import type { SpeechEngine, SpeechNotice, SpeechReceipt, Utterance } from '../speech/engine.ts'
import { packetKey } from './packet-key.ts'
import { type Kept, Recording } from './recording.ts'

export interface RecordingsOptions {
  readonly engine: SpeechEngine
  /** Without one, nothing is kept; what is wanted twice at the same time is still made once. */
  readonly cache?: PacketCache
  /** Keys the cache. A cache that outlives the process needs the same one again. */
  readonly secret?: Uint8Array
  /** What speaks when an utterance names no model; another one speaks differently. */
  readonly source?: string
}

/** What is being spoken in all servers, and what was spoken before. */
export class Recordings {
  readonly #engine: SpeechEngine
  readonly #cache: PacketCache | undefined
  readonly #secret: Uint8Array
  readonly #source: string
  readonly #running = new Map<string, Recording>()

  constructor({ engine, cache, secret = randomBytes(32), source = engine.id }: RecordingsOptions) {
    this.#engine = engine
    this.#cache = cache
    this.#secret = secret
    this.#source = source
  }

  /** How many utterances are being made. */
  get running(): number {
    return this.#running.size
  }

  /** The utterance's recording: the one that runs already, or a new one. Listen to it at once. */
  of(utterance: Utterance, encoding: OpusEncoderOptions): Recording {
    const key = packetKey(this.#secret, this.#source, utterance, encoderSettings(encoding))
    const running = this.#running.get(key)
    if (running?.joinable) return running
    const find = () => this.#find(key)
    const recording = new Recording({ engine: this.#engine, utterance, encoding, find })
    this.#running.set(key, recording)
    void this.#finish(key, recording, utterance.fixed ?? false)
    return recording
  }

  async #find(key: string): Promise<Kept | undefined> {
    const stored = await this.#cache?.get(key)
    return stored && read(stored)
  }

  /** Whoever asks until it is kept joins the recording. */
  async #finish(key: string, recording: Recording, lasting: boolean): Promise<void> {
    const result = await recording.result
    if (result.kind === 'complete' && !recording.known && !result.receipt.fallback) {
      const { engine, model } = result.receipt
      const about: About = { notices: recording.notices, engine, model }
      const stored = { packed: recording.packets.toBuffer(), note: JSON.stringify(about) }
      await this.#cache?.put(key, stored, { lasting })
    }
    if (this.#running.get(key) === recording) this.#running.delete(key)
  }
}

interface About extends Pick<SpeechReceipt, 'engine' | 'model'> {
  readonly notices: readonly SpeechNotice[]
}

function read({ packed, note }: StoredPackets): Kept {
  const { notices, engine, model }: About = JSON.parse(note)
  return { packets: PackedPackets.from(packed), notices, receipt: { engine, model, characters: 0 } }
}
