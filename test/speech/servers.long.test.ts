import { MOODS } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { listen, openMood } from '../support/server-moods.ts'
import { hertzOf } from '../support/sound.ts'

const SLOW = MOODS.filter(({ name }) => /slow|^orpheus|^header-first|^late/.test(name))

/** Servers that take seconds, up to forty of them, for a sentence. */
it.each(SLOW.map((mood) => [mood.name, mood] as const))(
  '%s is given its time, and members are told once that it is slow',
  async (_, mood) => {
    const { service, engine } = await openMood(mood)
    const told: string[] = []
    for (let round = 1; round <= 3; round++) {
      const { pcm, error, notices } = await listen(engine, mood)
      expect(error).toBeUndefined()
      expect(Math.abs(hertzOf(pcm) - 440)).toBeLessThan(1)
      expect(service.requests).toHaveLength(round)
      told.push(...notices.map(({ code }) => code))
    }
    expect(told.filter((code) => code === 'slow').length).toBeLessThanOrEqual(1)
    if (/whole-file|^header-first/.test(mood.name)) expect(told).toContain('slow')
  },
  300_000,
)
