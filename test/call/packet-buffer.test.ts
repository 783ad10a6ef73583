import { describe, expect, it } from 'vitest'
import { PackedPackets } from '../../src/audio/packed-packets.ts'
import { PacketFeed } from '../support/packet-feed.ts'

const packet = (index: number) => Buffer.from([index])

describe('PacketBuffer', () => {
  it('gives back in order, however pushes and shifts alternate', () => {
    const buffer = new PacketFeed()
    let pushed = 0
    let shifted = 0
    for (const burst of [3, 1, 0, 7, 2]) {
      for (let i = 0; i < burst; i++) buffer.push(packet(pushed++))
      for (let i = 0; i < 2; i++) {
        const next = buffer.peek()
        expect(buffer.shift()).toBe(next)
        if (next) expect(next[0]).toBe(shifted++)
      }
    }
    expect(buffer.size).toBe(pushed - shifted)
    while (buffer.size > 0) expect(buffer.shift()?.[0]).toBe(shifted++)
    expect(shifted).toBe(13)
    expect(buffer.shift()).toBeUndefined()
  })

  it('keeps its place when packets are added that need more room', () => {
    const buffer = new PacketFeed()
    buffer.push(packet(0))
    const held = buffer.peek()
    for (let i = 1; i < 200; i++) buffer.push(Buffer.alloc(160, i))
    expect(held).toEqual(packet(0))
    for (let i = 0; i < 200; i++) expect(buffer.shift()?.[0]).toBe(i)
  })

  it('gives the same packets to each of those who hear them, each at their own pace', () => {
    const packets = new PackedPackets()
    const [first, second] = [new PacketFeed(packets), new PacketFeed(packets)]
    first.push(packet(1))
    first.push(packet(2))
    expect([first.shift()?.[0], first.shift()?.[0], first.size]).toEqual([1, 2, 0])
    expect([second.size, second.shift()?.[0], second.peek()?.[0]]).toEqual([2, 1, 2])
  })

  it('keeps what waits when it ends', () => {
    const buffer = new PacketFeed()
    buffer.push(packet(1))
    buffer.end()
    expect([buffer.ended, buffer.size, buffer.shift()?.[0], buffer.shift()]).toEqual([true, 1, 1, undefined])
  })

  it('drops what waits when it is cleared, and what comes after', () => {
    const buffer = new PacketFeed()
    buffer.push(packet(1))
    buffer.peek()
    buffer.clear()
    buffer.push(packet(2))
    expect([buffer.ended, buffer.size, buffer.peek()]).toEqual([true, 0, undefined])
  })

  it.each<[string, (buffer: PacketFeed) => void]>([
    ['a packet', (buffer) => buffer.push(packet(1))],
    ['the end', (buffer) => buffer.end()],
    ['being cleared', (buffer) => buffer.clear()],
  ])('tells once of %s, before or after it was asked', (_name, happen) => {
    const buffer = new PacketFeed()
    let told = 0
    buffer.onReadable(() => told++)
    expect(told).toBe(0)
    happen(buffer)
    expect(told).toBe(1)
    buffer.push(packet(2))
    buffer.end()
    expect(told).toBe(1)
    buffer.onReadable(() => told++)
    expect(told).toBe(2)
  })
})
