import { setImmediate as nextTurn } from 'node:timers/promises'
import { MPEGDecoder } from 'mpg123-decoder'
import type { Resampler } from './resample.ts'
import { createSpeechResampler } from './speech-resampler.ts'
import { UnsupportedAudioError } from './wav-header.ts'

/**
 * Decodes MP3 to s16le mono 24 kHz while it arrives, with mpg123 in WebAssembly. Work is cut into pieces of about 2 ms,
 * with a turn of the event loop after each, so that no other speaker waits.
 */
export async function* decodeMp3(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  let resampler: Resampler | undefined
  let rate: number | undefined
  try {
    for await (const bytes of source) {
      for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
        const { channelData, samplesDecoded, sampleRate } = decoder.decode(bytes.subarray(at, at + SLICE_BYTES))
        if (samplesDecoded > 0) {
          if (rate !== undefined && sampleRate !== rate) {
            throw new UnsupportedAudioError('Cannot read an MP3 whose rate changes', 'mp3')
          }
          rate = sampleRate
          resampler ??= createSpeechResampler(sampleRate)
          const pcm = resampler.push(mixDown(channelData, samplesDecoded))
          if (pcm.length > 0) yield pcm
        }
        if (at + SLICE_BYTES < bytes.length) await nextTurn()
      }
    }
    const rest = resampler?.flush()
    if (rest && rest.length > 0) yield rest
  } finally {
    decoder.free()
  }
}

/** The mean of the channels as s16le. */
function mixDown(channels: readonly Float32Array[], count: number): Buffer {
  const pcm = Buffer.alloc(count * 2)
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (const samples of channels) sum += samples[i]!
    pcm.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round((32_767 * sum) / channels.length))), i * 2)
  }
  return pcm
}

/** A third of a second at 48 kbit/s. */
const SLICE_BYTES = 2_048
