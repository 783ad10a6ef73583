import { describe, expect, it } from 'vitest'
import { packPackets, unpackPackets } from '../../src/audio/packed-packets.ts'
import { createMemoryPacketCache } from '../../src/audio/packet-cache.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { seededRandom } from '../support/random.ts'

describe('packed packets', () => {
  it('come out as they went in, empty and large ones too', () => {
    const random = seededRandom(5)
    const sizes = [0, 1, 160, 1_275, 65_535, 0]
    const packets = sizes.map((size) => Buffer.from(Array.from({ length: size }, () => random() * 256)))
    expect(unpackPackets(packPackets(packets))).toEqual(packets)
    expect(unpackPackets(packPackets([]))).toEqual([])
  })

  it('are refused when they are cut in the middle of a packet', () => {
    const packed = packPackets([Buffer.alloc(3), Buffer.alloc(4)])
    for (const end of [1, 2, 4, 6, 7, 10]) expect(() => unpackPackets(packed.subarray(0, end))).toThrow(RangeError)
  })

  it('take less than 35 MB of memory for an hour at 64 kb/s', async () => {
    const cache = createMemoryPacketCache({ maxBytes: 1e9, maxEntries: 1e6, lifetime: 1e9 }, systemClock)
    // 1 200 utterances of three seconds; packets of 161 bytes are what 64 kb/s amount to.
    const packets = Array.from({ length: 150 }, () => Buffer.alloc(161, 7))
    const before = memory()
    for (let i = 0; i < 1_200; i++) {
      await cache.put(`${i}`.padStart(64, '0'), { packed: packPackets(packets), note: '{}' }, { lasting: false })
    }
    expect(memory() - before).toBeLessThan(35e6)
    expect(await cache.get('0'.padStart(64, '0'))).toBeDefined()
  })
})

function memory(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
