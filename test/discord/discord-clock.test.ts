import { describe, expect, it } from 'vitest'
import { DiscordClock } from '../../src/discord/discord-clock.ts'
import { systemClock } from '../../src/kernel/clock.ts'

/** A machine whose clock is wrong by `skew`; Discord's own clock shows `now + 1_000_000`. */
function machine(skew: number) {
  const state = { now: 0, skew }
  const clock = new DiscordClock({
    ...systemClock,
    now: () => state.now,
    wall: () => 1_000_000 + state.now + state.skew,
  })
  const arrive = (delay: number) => clock.observe(1_000_000 + state.now - delay)
  return { state, clock, arrive }
}

describe('DiscordClock', () => {
  it.each([180_000, -180_000, 0])('knows Discord’s time on a machine that is %i ms off', (skew) => {
    const { clock, arrive } = machine(skew)
    for (const delay of [400, 60, 150]) arrive(delay)
    expect(clock.skew).toBe(skew + 60)
    expect(clock.wall()).toBe(1_000_000 - 60)
  })

  it('is not misled by messages that a resumed gateway delivers late', () => {
    const { clock, arrive } = machine(0)
    arrive(50)
    for (let late = 0; late < 20; late++) arrive(200_000)
    expect(clock.skew).toBe(50)
  })

  it('forgets what it knew when the machine’s clock is set', () => {
    const { clock, arrive, state } = machine(180_000)
    arrive(50)
    state.skew = 0
    expect(clock.skew).toBe(0)
    arrive(70)
    expect(clock.skew).toBe(70)
  })

  it('trusts the machine until Discord has sent something', () => {
    expect(machine(5_000).clock.skew).toBe(0)
  })
})
