/** s16le mono 24 kHz as s16le stereo 48 kHz by linear interpolation: what the default Opus encoder of the usual way takes. */
export function toStereo48(pcm: Buffer): Buffer {
  const mono = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2)
  const stereo = new Int16Array(mono.length * 4)
  for (let i = 0; i < mono.length; i++) {
    const here = mono[i]!
    const between = (here + (mono[i + 1] ?? here)) >> 1
    stereo[4 * i] = here
    stereo[4 * i + 1] = here
    stereo[4 * i + 2] = between
    stereo[4 * i + 3] = between
  }
  return Buffer.from(stereo.buffer)
}

/** For PCM whose pieces may begin at an odd address. */
export async function* stereo48(pcm: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pcm)
    yield toStereo48(piece.byteOffset % 2 === 0 ? piece : Buffer.from(Uint8Array.from(piece).buffer))
}
