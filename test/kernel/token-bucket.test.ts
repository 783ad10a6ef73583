import { describe, expect, it } from 'vitest'
import { TokenBucket } from '../../src/kernel/token-bucket.ts'

describe('TokenBucket', () => {
  it('lets its capacity through at once and the rest one by one', () => {
    const bucket = new TokenBucket(3, 100)
    expect(Array.from({ length: 6 }, () => bucket.reserve(0))).toEqual([0, 0, 0, 100, 200, 300])
  })

  it('refills over time, also partly, and never above its capacity', () => {
    const bucket = new TokenBucket(2, 100)
    expect([bucket.reserve(0), bucket.reserve(0)]).toEqual([0, 0])
    expect(bucket.reserve(40)).toBeCloseTo(60)
    expect(bucket.reserve(200)).toBe(0)
    expect(Array.from({ length: 3 }, () => bucket.reserve(1_000_000))).toEqual([0, 0, 100])
  })

  it('takes back unused tokens, and never above its capacity', () => {
    const bucket = new TokenBucket(1, 100)
    for (let times = 0; times < 5; times++) {
      bucket.reserve(0)
      bucket.refund()
    }
    bucket.refund()
    expect([bucket.reserve(0), bucket.reserve(0)]).toEqual([0, 100])
  })

  it('starts full at any time of its clock', () => {
    const bucket = new TokenBucket(1, 100)
    expect([bucket.reserve(-5_000), bucket.reserve(-5_000)]).toEqual([0, 100])
  })

  it('never exceeds its rate in any interval', () => {
    const [capacity, refill] = [4, 50]
    const bucket = new TokenBucket(capacity, refill)
    const uses: number[] = []
    for (let now = 0; now < 5_000; now += 7) uses.push(now + bucket.reserve(now))
    for (const [index, from] of uses.entries()) {
      const within = uses.slice(index).filter((at) => at < from + 1_000 - 1e-6).length
      expect(within).toBeLessThanOrEqual(capacity + 1_000 / refill)
    }
  })
})
