import { describe, expect, it } from 'vitest'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import { Framer } from '../../src/audio/framing.ts'
import { seededRandom } from '../support/random.ts'

const random = seededRandom(20)
const noise = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))

/** The frames of pieces of PCM, and the padded rest. Copies: frames share memory with what is pushed. */
function framesOf(...pieces: readonly Buffer[]): Buffer[] {
  const framer = new Framer()
  const frames = pieces.flatMap((piece) => [...framer.push(piece)].map((frame) => Buffer.from(frame)))
  const last = framer.flush()
  return last ? [...frames, last] : frames
}

describe('Framer', () => {
  const pcm = noise(FRAME_BYTES * 2 + 314)
  const padded = Buffer.concat([pcm, Buffer.alloc(FRAME_BYTES - 314)])

  it('gives the same frames wherever a stream is split, its end padded with silence', () => {
    for (let at = 0; at <= pcm.length; at++) {
      const frames = framesOf(pcm.subarray(0, at), pcm.subarray(at))
      if (frames.some(({ length }) => length !== FRAME_BYTES) || !Buffer.concat(frames).equals(padded)) {
        expect.fail(`split at ${at}`)
      }
    }
  })

  it('gives the same frames for pieces of any size', () => {
    for (let round = 0; round < 200; round++) {
      const pieces: Buffer[] = []
      for (let at = 0; at < pcm.length; ) {
        const size = Math.floor(random() ** 3 * FRAME_BYTES * 1.5)
        pieces.push(pcm.subarray(at, at + size))
        at += size
      }
      expect(Buffer.concat(framesOf(...pieces)).equals(padded)).toBe(true)
    }
  })

  it('hands over a frame as soon as its last byte is there', () => {
    const framer = new Framer()
    expect([...framer.push(pcm.subarray(0, FRAME_BYTES - 1))]).toHaveLength(0)
    expect([...framer.push(pcm.subarray(FRAME_BYTES - 1, FRAME_BYTES))]).toHaveLength(1)
    expect([...framer.push(pcm.subarray(FRAME_BYTES))]).toHaveLength(1)
  })

  it('adds no frame of silence to a stream that ends on a frame border', () => {
    expect(framesOf(pcm.subarray(0, FRAME_BYTES * 2))).toHaveLength(2)
    expect(framesOf()).toHaveLength(0)
    expect(framesOf(Buffer.alloc(0))).toHaveLength(0)
  })

  it('begins anew after its end', () => {
    const framer = new Framer()
    expect([...framer.push(pcm.subarray(0, 10))]).toHaveLength(0)
    expect(framer.flush()).toHaveLength(FRAME_BYTES)
    expect(framer.flush()).toBeUndefined()
    expect([...framer.push(pcm.subarray(0, FRAME_BYTES))][0]?.equals(pcm.subarray(0, FRAME_BYTES))).toBe(true)
  })
})
