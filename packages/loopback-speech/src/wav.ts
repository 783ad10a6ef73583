/** A RIFF/WAVE file around s16le mono PCM (http://soundfile.sapp.org/doc/WaveFormat/). */
export function encodeWav(pcm: Uint8Array, { sampleRate }: { sampleRate: number }): Buffer {
  return Buffer.concat([encodeWavHeader(pcm.byteLength, { sampleRate }), pcm])
}

/** The 44 bytes before the PCM. A streaming service does not know the length yet and writes a placeholder. */
export function encodeWavHeader(dataBytes: number, { sampleRate }: { sampleRate: number }): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE((dataBytes + 36) >>> 0, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  // Uncompressed PCM, one channel.
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}
