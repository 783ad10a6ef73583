import { describe, expect, it } from 'vitest'
import { FairQueue } from '../../src/kernel/fair-queue.ts'
import { seededRandom } from '../support/random.ts'

function filled(limit: number, ...items: readonly string[]): FairQueue<string> {
  const queue = new FairQueue<string>(limit)
  for (const item of items) queue.push(item[0]!, item)
  return queue
}

function drained(queue: FairQueue<string>): string[] {
  return Array.from({ length: queue.size }, () => queue.shift()!)
}

describe('FairQueue', () => {
  it('is first in, first out for one lane', () => {
    expect(drained(filled(9, 'a1', 'a2', 'a3'))).toEqual(['a1', 'a2', 'a3'])
  })

  it('lets lanes take turns, so a burst of one does not starve the others', () => {
    const queue = filled(9, 'a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2')
    expect(drained(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
    expect([queue.shift(), queue.peek(), queue.size]).toEqual([undefined, undefined, 0])
  })

  it('keeps the first item first when a lane is added', () => {
    const queue = filled(9, 'a1', 'a2')
    queue.push('b', 'b1')
    expect(queue.peek()).toBe('a1')
    expect(queue.shift()).toBe('a1')
    queue.push('c', 'c1')
    expect(queue.peek()).toBe('b1')
  })

  it('rejects items above its limit until there is room', () => {
    const queue = filled(2, 'a1', 'b1')
    expect(queue.push('c', 'c1')).toBe(false)
    expect(queue.remove('a1')).toBe(true)
    expect(queue.remove('a1')).toBe(false)
    expect(queue.push('c', 'c1')).toBe(true)
    expect(queue.clear()).toEqual(['b1', 'c1'])
    expect([queue.size, queue.peek()]).toEqual([0, undefined])
  })

  it('counts the items before the last one of a lane', () => {
    const draw = seededRandom(7)
    for (let round = 0; round < 300; round += 1) {
      const queue = new FairQueue<string>(50)
      const last = new Map<string, string>()
      for (let count = 0; count < 20; count += 1) {
        const lane = 'abcd'[Math.floor(draw() * 4)]!
        queue.push(lane, `${lane}${count}`)
        last.set(lane, `${lane}${count}`)
        if (draw() < 0.3) queue.shift()
      }
      const [lane, item] = [...last].at(-1)!
      const expected = queue.ahead(lane)
      const order = drained(queue)
      if (order.includes(item)) expect(order.indexOf(item)).toBe(expected)
    }
  })

  it('lets a lane that had more seconds wait until the others have caught up', () => {
    const queue = filled(20, 'a1', 'a2', 'b1', 'b2', 'b3')
    const order: string[] = []
    while (queue.size > 0) {
      const item = queue.shift()!
      order.push(item)
      queue.charge(item[0]!, item[0] === 'a' ? 65 : 20)
    }
    expect(order).toEqual(['a1', 'b1', 'b2', 'b3', 'a2'])
  })

  it('gives a new lane no claim to the time that others had before', () => {
    const queue = filled(20, 'a1', 'a2', 'a3')
    queue.charge('a', 500)
    queue.push('b', 'b1')
    queue.push('b', 'b2')
    const order: string[] = []
    while (queue.size > 0) {
      const item = queue.shift()!
      order.push(item)
      queue.charge(item[0]!, 8)
    }
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3'])
  })

  it('makes room for a shorter lane by dropping the newest item of the longest', () => {
    const queue = filled(4, 'a1', 'a2', 'a3', 'b1')
    expect(queue.push('c', 'c1')).toBe(false)
    expect(queue.makeRoom('c')).toBe('a3')
    expect(queue.push('c', 'c1')).toBe(true)
    expect(queue.makeRoom('a')).toBeUndefined()
    expect(drained(queue)).toEqual(['a1', 'b1', 'c1', 'a2'])
  })
})
