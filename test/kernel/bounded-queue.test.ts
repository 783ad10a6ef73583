import { describe, expect, it } from 'vitest'
import { BoundedQueue } from '../../src/kernel/bounded-queue.ts'

describe('BoundedQueue', () => {
  it('gives back in the order in which it took', () => {
    const queue = new BoundedQueue<number>(3)
    for (const item of [1, 2, 3]) expect(queue.push(item)).toBe(true)
    expect(queue.peek()).toBe(1)
    expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual([1, 2, 3, undefined])
    expect(queue.peek()).toBeUndefined()
  })

  it('refuses what is over its limit, until there is room', () => {
    const queue = new BoundedQueue<string>(2)
    queue.push('a')
    queue.push('b')
    expect(queue.push('c')).toBe(false)
    expect(queue.size).toBe(2)
    queue.shift()
    expect(queue.push('d')).toBe(true)
    expect(queue.clear()).toEqual(['b', 'd'])
  })

  it('is usable after it was cleared', () => {
    const queue = new BoundedQueue<string>(1)
    queue.push('a')
    expect(queue.clear()).toEqual(['a'])
    expect(queue.clear()).toEqual([])
    expect(queue.push('b')).toBe(true)
    expect(queue.shift()).toBe('b')
  })
})
