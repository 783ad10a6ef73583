import { createPcmReader, type PcmReader } from '../../../audio/pcm-reader.ts'
import { UnsupportedAudioError } from '../../../audio/wav.ts'
import type { Fields } from '../../http/json.ts'
import { malformed } from './connection.ts'

export interface WyomingSound {
  /** A new piece of sound begins, with this format. */
  start(format: Fields): void
  push(format: Fields, payload: Buffer): Buffer
  /** The rest of the piece. */
  stop(): Buffer
}

/** Decodes the sound of a connection. Servers that speak sentence by sentence begin a new piece for each. */
export function createWyomingSound(): WyomingSound {
  let reader: PcmReader | undefined

  function read(decode: () => Buffer): Buffer {
    try {
      return decode()
    } catch (error) {
      if (!(error instanceof UnsupportedAudioError)) throw error
      throw malformed(error.message, error)
    }
  }

  return {
    start(format) {
      reader = readerOf(format)
    },
    push(format, payload) {
      reader ??= readerOf(format)
      const current = reader
      return read(() => current.push(payload))
    },
    stop() {
      const current = reader
      reader = undefined
      return current ? read(() => current.flush()) : SILENCE
    },
  }
}

function readerOf({ rate, width, channels }: Fields): PcmReader {
  const bits = 8 * (typeof width === 'number' ? width : 2)
  return createPcmReader({
    sampleRate: typeof rate === 'number' ? rate : USUAL_RATE,
    channels: channels === 2 ? 2 : 1,
    ...(bits !== 16 && { samples: { bits } }),
  })
}

/** Most voices of Piper. */
const USUAL_RATE = 22_050
const SILENCE = Buffer.alloc(0)
