import { describe, expect, it } from 'vitest'
import { CircuitBreaker } from '../../../src/speech/stack/circuit-breaker.ts'
import { handClock } from '../../support/hand-clock.ts'
import { serverError } from '../../support/scripted-engine.ts'

const options = { failures: 3, window: 1_000, rest: 100, longestRest: 300 }

describe('CircuitBreaker', () => {
  it('opens after so many failures within its window, and knows why', () => {
    const breaker = new CircuitBreaker(handClock(), options)
    const reason = serverError()
    for (let i = 0; i < 3; i++) breaker.enter()?.failed(reason)
    expect(breaker.enter()).toBeUndefined()
    expect(breaker.reason).toBe(reason)
  })

  it('forgets failures that are older than its window', async () => {
    const clock = handClock()
    const breaker = new CircuitBreaker(clock, options)
    for (let i = 0; i < 9; i++) {
      expect(breaker.enter()).toBeDefined()
      breaker.enter()?.failed(serverError())
      await clock.turn(501)
    }
  })

  it('lets one try after its rest and keeps the others waiting for what becomes of it', async () => {
    const clock = handClock()
    const breaker = new CircuitBreaker(clock, options)
    breaker.enter()?.tripped(serverError())
    await clock.turn(99)
    expect(breaker.enter()).toBeUndefined()
    await clock.turn(1)
    const trial = breaker.enter()
    expect(trial).toBeDefined()
    expect(breaker.enter()).toBeUndefined()
    trial?.succeeded()
    expect(breaker.reason).toBeUndefined()
    expect(breaker.enter()).toBeDefined()
  })

  it('rests twice as long after every trial that fails, up to the longest', async () => {
    const clock = handClock()
    const breaker = new CircuitBreaker(clock, options)
    breaker.enter()?.tripped(serverError())
    for (const rest of [100, 200, 300, 300]) {
      await clock.turn(rest - 1)
      expect(breaker.enter()).toBeUndefined()
      await clock.turn(1)
      breaker.enter()?.failed(serverError())
    }
  })

  it('lets the next one try at once when a trial was left undecided', async () => {
    const clock = handClock()
    const breaker = new CircuitBreaker(clock, options)
    breaker.enter()?.tripped(serverError())
    await clock.turn(100)
    breaker.enter()?.undecided()
    expect(breaker.enter()).toBeDefined()
  })

  it('does not hear what began before it opened', async () => {
    const clock = handClock()
    const breaker = new CircuitBreaker(clock, options)
    const early = [breaker.enter(), breaker.enter()]
    breaker.enter()?.tripped(serverError())
    early[0]?.succeeded()
    early[1]?.failed(serverError())
    expect(breaker.enter()).toBeUndefined()
    await clock.turn(100)
    expect(breaker.enter()).toBeDefined()
  })

  it('counts what a trial says once', () => {
    const breaker = new CircuitBreaker(handClock(), options)
    const trial = breaker.enter()
    for (let i = 0; i < 5; i++) trial?.failed(serverError())
    expect(breaker.enter()).toBeDefined()
  })
})
