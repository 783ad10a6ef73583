import { Encoder } from '@evan/opus'

/** s16le mono, as bots send speech. */
export const SAMPLE_RATE = 24_000
export const FRAME_MS = 20
export const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000
export const FRAME_BYTES = FRAME_SAMPLES * 2

/** https://discord.com/developers/docs/topics/voice-connections#voice-data-interpolation */
export const SILENCE_PACKET = Buffer.from([0xf8, 0xff, 0xfe])

/** Requests of opus_defines.h. */
const OPUS_SET_BITRATE = 4002
const OPUS_SET_COMPLEXITY = 4010
const OPUS_SET_PREDICTION_DISABLED = 4042

/**
 * One Opus packet for every whole 20 ms of PCM. With `prediction`, libopus may predict the level of a packet from the
 * packet before it, which a listener who heard silence in between decodes too quietly.
 */
export function encodeFrames(pcm: Buffer, prediction = false): Buffer[] {
  const encoder = new Encoder({ channels: 1, sample_rate: SAMPLE_RATE, application: 'restricted_lowdelay' })
  encoder.ctl(OPUS_SET_BITRATE, 64_000)
  encoder.ctl(OPUS_SET_COMPLEXITY, 0)
  encoder.ctl(OPUS_SET_PREDICTION_DISABLED, prediction ? 0 : 1)
  const packets: Buffer[] = []
  for (let at = 0; at + FRAME_BYTES <= pcm.length; at += FRAME_BYTES) {
    packets.push(Buffer.from(encoder.encode(pcm.subarray(at, at + FRAME_BYTES))))
  }
  return packets
}
