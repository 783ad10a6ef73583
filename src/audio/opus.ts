import { type OpusEncoder as Binding, binding, prepare } from '@discordjs/opus'
import prism from 'prism-media'
import { FRAME_BYTES, FRAME_SAMPLES, SAMPLE_RATE } from './format.ts'

/**
 * One frame of silence in any Opus stream. Discord's documentation asks for five when a transmission pauses.
 * https://discord.com/developers/docs/topics/voice-connections#voice-data-interpolation
 */
export const SILENCE_PACKET = Buffer.from([0xf8, 0xff, 0xfe])

/** The library that encodes, which the bot logs at start. */
export const OPUS_BINDING = binding

/** Opus requests from opus_defines.h. prism-media has a method for the bitrate only. */
const OPUS_SET_COMPLEXITY = 4010
const OPUS_SET_PREDICTION_DISABLED = 4042

/**
 * Bits per second. A recogniser hears no difference above 64 kb/s in 24 kHz speech. Below 48 kb/s the noise rises
 * quickly: segmental SNR is 18 dB at 64, 15 at 48, 11 at 32 and 10 at 24.
 */
const MAX_BITRATE = 64_000
const MIN_BITRATE = 48_000

/**
 * Of 0 to 10. libopus codes transients from complexity 1 on: the noise before a plosive drops from -22 to -39 dB for a
 * fifth more CPU. Higher complexities improve it no further (bench/complexity.ts).
 */
const COMPLEXITY = 1
const HURRIED_COMPLEXITY = 0

export interface OpusEncoderOptions {
  /** The voice channel's bitrate in bits per second. */
  readonly bitrate?: number
  /** True when the process is short of CPU. */
  readonly hurried?: boolean
  /** For measurements; takes precedence over `hurried`. */
  readonly complexity?: number
}

export type EncoderSettings = Required<Pick<OpusEncoderOptions, 'bitrate' | 'complexity'>>

/** The settings that an encoder really uses, since different channel bitrates may result in the same packets. */
export function encoderSettings({
  bitrate = MAX_BITRATE,
  hurried = false,
  complexity = hurried ? HURRIED_COMPLEXITY : COMPLEXITY,
}: OpusEncoderOptions): EncoderSettings {
  return { bitrate: Math.min(MAX_BITRATE, Math.max(MIN_BITRATE, bitrate)), complexity }
}

type Stream = InstanceType<typeof prism.opus.Encoder>

/** Encoders to use again. Each holds 45 KB outside of the JavaScript heap. */
const idle: Stream[] = []
const MOST_IDLE = 64
let opened = 0

/** The number of encoders that are not closed. */
export function openEncoders(): number {
  return opened
}

/**
 * The encoder of one utterance: prism-media's `opus.Encoder` at 24 kHz mono. Discord's clients decode it to 48 kHz, so
 * nothing is resampled.
 *
 * No packet predicts its level from the packet before it. The listeners' decoder has heard something else: silence
 * packets before the first word and during a stall, or nothing where packets were lost. With prediction, the first
 * 20 ms come 9 to 26 dB too quiet, and up to 100 ms after a stall 35 dB. Without, speech loses less than 0.1 dB of SNR.
 */
export class OpusEncoder {
  #stream: Stream | undefined
  /** Bytes of an incomplete frame. */
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
    bindingOf(stream).applyEncoderCTL(OPUS_SET_PREDICTION_DISABLED, 1)
    return new OpusEncoder(stream)
  }

  /**
   * Encodes PCM in pieces of any size and yields the packets that are complete. Packets are encoded as they are taken:
   * the first one alone, so that it can leave at once, then in blocks, which is faster.
   */
  *encode(pcm: Buffer): Generator<Buffer> {
    for (let at = 0; at < pcm.length; ) {
      const piece = pcm.subarray(at, at + (this.#started ? BLOCK_BYTES : FRAME_BYTES))
      at += piece.length
      this.#started = true
      yield* this.#write(piece)
    }
  }

  /** Pads the incomplete frame with silence. prism-media would drop it, and with it the end of the last word. */
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
    if (!stream) throw new Error('Cannot encode: the encoder is closed')
    stream.write(pcm)
    this.#rest = (this.#rest + pcm.length) % FRAME_BYTES
    while (stream.readableLength > 0) yield stream.read()
  }
}

/** 200 ms. A stream that holds 16 packets takes no more before the next turn of the event loop. */
const BLOCK_BYTES = 10 * FRAME_BYTES

async function openStream(): Promise<Stream> {
  await prepare(SAMPLE_RATE, 1)
  return new prism.opus.Encoder({ rate: SAMPLE_RATE, channels: 1, frameSize: FRAME_SAMPLES })
}

function bindingOf(stream: Stream): Binding {
  return stream.encoder
}

/** prism-media does not free its binding when it is destroyed. */
function discard(stream: Stream): void {
  const encoder = bindingOf(stream)
  stream.destroy()
  encoder.free()
}
