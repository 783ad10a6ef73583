import { describe, expect, it } from 'vitest'
import { hearSpoilt, SUBJECTS } from '../support/spoilt.ts'

/** Each engine hears so many messages from a server whose answers are spoilt. */
const ROUNDS = 60

describe.each(SUBJECTS)('$name, with spoilt answers', (subject) => {
  it('is never loud noise, never heard twice, and ends', async () => {
    const endings = new Map<string, number>()
    for (let seed = 1; seed < 1 + ROUNDS; seed++) {
      const { ended, seconds, noise, peak, ms } = await hearSpoilt(subject, seed)
      const about = `${subject.name}, seed ${seed}: ${ended}, ${seconds} s`
      expect(ended, about).toMatch(/^(?:end|speech\.[a-z-]+)$/)
      // Louder than hissing sounds of speech, for longer than a click.
      expect(noise, about).toBeLessThan(0.2)
      expect(peak, about).toBeLessThanOrEqual(32_000)
      // A sentence of a second and a half, begun again once at most.
      expect(seconds, about).toBeLessThan(3.3)
      expect(ms, about).toBeLessThan(8_000)
      endings.set(ended, (endings.get(ended) ?? 0) + 1)
    }
    expect(endings.get('end'), JSON.stringify([...endings])).toBeGreaterThan(ROUNDS / 10)
    expect(endings.size).toBeGreaterThan(2)
  }, 120_000)
})
