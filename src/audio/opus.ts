import { type OpusEncoder as Binding, binding, prepare } from '@discordjs/opus'
import prism from 'prism-media'
import { FRAME_BYTES, FRAME_SAMPLES, SAMPLE_RATE } from './format.ts'

/** A packet that means silence in any Opus stream (Discord docs: send five when a transmission pauses). */
export const SILENCE_PACKET = Buffer.from([0xf8, 0xff, 0xfe])

/** Which library encodes: said at start, because speech quality and CPU depend on it. */
export const OPUS_BINDING = binding

/** Opus request codes, from opus_defines.h; prism-media has a method for the bitrate alone. */
const OPUS_SET_COMPLEXITY = 4010

/**
 * More than 64 kb/s is not heard in 24 kHz speech. Less than about 40 makes libopus choose its Hybrid mode, at four
 * times the CPU; so does leaving the bitrate alone.
 */
const MAX_BITRATE = 64_000
const MIN_BITRATE = 48_000

/**
 * Of 0 to 10. At this bitrate a recogniser hears every word at 0, as it does at 10; the noise is within 2 dB of that and 24 dB
 * below the speech, at little more than half of what 5 costs (bench/complexity.ts).
 */
const COMPLEXITY = 0

export interface OpusEncoderOptions {
  /** The voice channel's bitrate in bits per second. */
  readonly bitrate?: number
  readonly complexity?: number
}

/** What an encoder really uses: different wishes may sound the same. */
export type EncoderSettings = Required<OpusEncoderOptions>

export function encoderSettings({
  bitrate = MAX_BITRATE,
  complexity = COMPLEXITY,
}: OpusEncoderOptions): EncoderSettings {
  return { bitrate: Math.min(MAX_BITRATE, Math.max(MIN_BITRATE, bitrate)), complexity }
}

type Stream = InstanceType<typeof prism.opus.Encoder>

/** Encoders that wait for their next utterance. One takes 45 KB that no garbage collector knows of. */
const idle: Stream[] = []
const MOST_IDLE = 64
let opened = 0

/** How many encoders somebody has not closed. */
export function openEncoders(): number {
  return opened
}

/**
 * One utterance's encoder: prism-media's `opus.Encoder` at 24 kHz mono. Discord's clients decode it to 48 kHz by
 * themselves, so nothing is resampled.
 */
export class OpusEncoder {
  #stream: Stream | undefined
  /** Bytes that are not a whole frame yet. */
  #rest = 0
  #started = false

  private constructor(stream: Stream) {
    this.#stream = stream
    opened += 1
  }

  static async open(options: OpusEncoderOptions = {}): Promise<OpusEncoder> {
    const { bitrate, complexity } = encoderSettings(options)
    const stream = idle.pop() ?? (await openStream())
    stream.setBitrate(bitrate)
    bindingOf(stream).applyEncoderCTL(OPUS_SET_COMPLEXITY, complexity)
    return new OpusEncoder(stream)
  }

  /**
   * PCM in pieces of any size to the packets that are complete with it. They are made while they are taken: the very
   * first frame alone, so that it can leave, the others by the block, which is quicker.
   */
  *encode(pcm: Buffer): Generator<Buffer> {
    for (let at = 0; at < pcm.length; ) {
      const piece = pcm.subarray(at, at + (this.#started ? BLOCK_BYTES : FRAME_BYTES))
      at += piece.length
      this.#started = true
      yield* this.#write(piece)
    }
  }

  /** The packet of what is left, padded with silence: prism-media would drop it, and the end of the last word with it. */
  *flush(): Generator<Buffer> {
    if (this.#rest > 0) yield* this.#write(Buffer.alloc(FRAME_BYTES - this.#rest))
  }

  close(): void {
    const stream = this.#stream
    if (!stream) return
    for (const _ of this.flush());
    while (stream.readableLength > 0) stream.read()
    this.#stream = undefined
    opened -= 1
    if (idle.length < MOST_IDLE && bindingOf(stream).reset()) idle.push(stream)
    else discard(stream)
  }

  /** prism-media encodes inside `write` and ignores back pressure. */
  *#write(pcm: Buffer): Generator<Buffer> {
    const stream = this.#stream
    if (!stream) throw new Error('the encoder is closed')
    stream.write(pcm)
    this.#rest = (this.#rest + pcm.length) % FRAME_BYTES
    while (stream.readableLength > 0) yield stream.read()
  }
}

/** 200 ms. A stream that holds 16 packets would not take more before the next turn of the event loop. */
const BLOCK_BYTES = 10 * FRAME_BYTES

async function openStream(): Promise<Stream> {
  await prepare(SAMPLE_RATE, 1)
  return new prism.opus.Encoder({ rate: SAMPLE_RATE, channels: 1, frameSize: FRAME_SAMPLES })
}

function bindingOf(stream: Stream): Binding {
  return stream.encoder
}

/** prism-media lets go of its binding when it is destroyed, and frees nothing. */
function discard(stream: Stream): void {
  const encoder = bindingOf(stream)
  stream.destroy()
  encoder.free()
}
