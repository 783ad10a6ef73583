/** What the header of a WAV says; s16le mono unless told otherwise. */
export interface WavFormat {
  readonly sampleRate: number
  readonly channels?: number
  readonly bits?: 8 | 16 | 24 | 32
  readonly float?: boolean
}

/** A RIFF/WAVE file around PCM (http://soundfile.sapp.org/doc/WaveFormat/). */
export function encodeWav(pcm: Uint8Array, format: WavFormat): Buffer {
  return Buffer.concat([encodeWavHeader(pcm.byteLength, format), pcm])
}

/** The 44 bytes before the PCM. A streaming service does not know the length yet and writes a placeholder. */
export function encodeWavHeader(
  dataBytes: number,
  { sampleRate, channels = 1, bits = 16, float = false }: WavFormat,
): Buffer {
  const frame = (channels * bits) / 8
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(Math.min(dataBytes + 36, 0xffff_ffff) >>> 0, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(float ? FLOAT : INTEGER, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * frame, 28)
  header.writeUInt16LE(frame, 32)
  header.writeUInt16LE(bits, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}

/** A chunk beside `fmt ` and `data`, such as the tags that encoders leave. */
export function encodeChunk(id: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(id, 0, 'latin1')
  head.writeUInt32LE(content.byteLength, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.byteLength % 2)])
}

const INTEGER = 1
const FLOAT = 3
