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

/**
 * One utterance's encoder: prism-media's `opus.Encoder` at 24 kHz mono. Discord's clients decode it to 48 kHz by
 * themselves, so nothing is resampled.
 */
export class OpusEncoder {
  readonly #stream: InstanceType<typeof prism.opus.Encoder>
  /** prism-media lets go of it when it is destroyed, and frees nothing. */
  readonly #binding: Binding

  private constructor(stream: InstanceType<typeof prism.opus.Encoder>, binding: Binding) {
    this.#stream = stream
    this.#binding = binding
  }

  static async open(options: OpusEncoderOptions = {}): Promise<OpusEncoder> {
    const { bitrate, complexity } = encoderSettings(options)
    await prepare(SAMPLE_RATE, 1)
    const stream = new prism.opus.Encoder({ rate: SAMPLE_RATE, channels: 1, frameSize: FRAME_SAMPLES })
    stream.setBitrate(bitrate)
    const encoder: Binding = stream.encoder
    encoder.applyEncoderCTL(OPUS_SET_COMPLEXITY, complexity)
    return new OpusEncoder(stream, encoder)
  }

  /**
   * One frame of `FRAME_BYTES` PCM bytes to one packet, at once. prism-media encodes inside `write` and ignores back
   * pressure, so a frame at a time is both the quickest and the kindest way to feed it. It would keep the bytes of a
   * frame of another size for the next one, so such a frame throws before it gets there.
   */
  encode(frame: Buffer): Buffer {
    if (frame.length !== FRAME_BYTES) {
      throw new RangeError(`an Opus frame takes ${FRAME_BYTES} bytes of PCM, got ${frame.length}`)
    }
    this.#stream.write(frame)
    return this.#stream.read()
  }

  close(): void {
    if (this.#stream.destroyed) return
    this.#stream.destroy()
    this.#binding.free()
  }
}
