import { describe, expect, it } from 'vitest'
import { PacketBuffer } from '../../src/voice/packet-buffer.ts'

const packet = (index: number) => Buffer.from([index])

describe('PacketBuffer', () => {
  it('gives back in order, however pushes and shifts alternate', () => {
    const buffer = new PacketBuffer()
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

  it('keeps what waits when it ends, and takes no more', () => {
    const buffer = new PacketBuffer()
    buffer.push(packet(1))
    buffer.end()
    buffer.push(packet(2))
    expect([buffer.ended, buffer.size, buffer.shift()?.[0], buffer.shift()]).toEqual([true, 1, 1, undefined])
  })

  it('drops what waits when it is cleared, and takes no more', () => {
    const buffer = new PacketBuffer()
    buffer.push(packet(1))
    buffer.clear()
    buffer.push(packet(2))
    expect([buffer.ended, buffer.size, buffer.peek()]).toEqual([true, 0, undefined])
  })

  it.each<[string, (buffer: PacketBuffer) => void]>([
    ['a packet', (buffer) => buffer.push(packet(1))],
    ['the end', (buffer) => buffer.end()],
    ['being cleared', (buffer) => buffer.clear()],
  ])('tells once of %s, before or after it was asked', (_name, happen) => {
    const buffer = new PacketBuffer()
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
