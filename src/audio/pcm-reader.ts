import { createPcmConverter, type PcmConverter } from './pcm-converter.ts'
import { createWavReader, type PcmFormat } from './wav.ts'

export interface PcmReader {
  /** Returns s16le mono 24 kHz in whole samples, possibly none; throws `UnsupportedAudioError`. */
  push(bytes: Uint8Array): Buffer
  /** Returns the rest and ends the stream. */
  flush(): Buffer
}

/**
 * Converts the audio of speech services to Lector's format: bare PCM or WAV, at any usual rate, mono or stereo, cut
 * anywhere. `bare` is the format of a stream without a WAV header.
 */
export function createPcmReader(bare?: PcmFormat): PcmReader {
  const wav = createWavReader(bare)
  let converter: PcmConverter | undefined

  const convert = (pcm: Buffer): Buffer => {
    if (!wav.format || pcm.length === 0) return pcm
    converter ??= createPcmConverter(wav.format)
    return converter.push(pcm)
  }

  return {
    push: (bytes) => convert(wav.push(bytes)),
    flush() {
      const last = convert(wav.flush())
      return converter ? Buffer.concat([last, converter.flush()]) : last
    },
  }
}
