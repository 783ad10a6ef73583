import { describe, expect, it } from 'vitest'
import { PackedPackets } from '../../src/audio/packed-packets.ts'
import { createMemoryPacketCache } from '../../src/audio/packet-cache.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { seededRandom } from '../support/random.ts'

describe('packed packets', () => {
  it('come out as they went in, empty and large ones too', () => {
    const random = seededRandom(5)
    const sizes = [0, 1, 160, 1_275, 65_535, 0]
    const packets = sizes.map((size) => Buffer.from(Array.from({ length: size }, () => random() * 256)))
    const packed = PackedPackets.of(packets)
    expect([packed.count, [...packed]]).toEqual([packets.length, packets])
    const read = PackedPackets.from(packed.toBuffer())
    expect([read.count, [...read]]).toEqual([packets.length, packets])
    expect([...PackedPackets.from(PackedPackets.of([]).toBuffer())]).toEqual([])
  })

  it('are found by where they begin', () => {
    const packed = PackedPackets.of([Buffer.from('one'), Buffer.from('three')])
    const first = packed.at(0)
    const second = packed.at(first.next)
    expect([`${first.packet}`, `${second.packet}`]).toEqual(['one', 'three'])
  })

  it('are refused when they are cut in the middle of a packet', () => {
    const packed = PackedPackets.of([Buffer.alloc(3), Buffer.alloc(4)]).toBuffer()
    for (const end of [1, 2, 4, 6, 7, 10]) expect(() => PackedPackets.from(packed.subarray(0, end))).toThrow(RangeError)
  })

  it('take less than 35 MB of memory for an hour at 64 kb/s', async () => {
    const cache = createMemoryPacketCache({ maxBytes: 1e9, maxEntries: 1e6, lifetime: 1e9 }, systemClock)
    // 1 200 utterances of three seconds; packets of 161 bytes are what 64 kb/s amount to.
    const packets = PackedPackets.of(Array.from({ length: 150 }, () => Buffer.alloc(161, 7)))
    const before = memory()
    for (let i = 0; i < 1_200; i++) {
      await cache.put(`${i}`.padStart(64, '0'), { packed: packets.toBuffer(), note: '{}' }, { lasting: false })
    }
    expect(memory() - before).toBeLessThan(35e6)
    expect(await cache.get('0'.padStart(64, '0'))).toBeDefined()
  })
})

function memory(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
