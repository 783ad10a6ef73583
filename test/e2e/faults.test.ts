import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measurement } from '../../bench/faults/measure.ts'
import { ROWS } from '../../bench/faults/rows.ts'
import { type Results, run } from '../../bench/faults/run.ts'
import { Town } from '../../bench/faults/town.ts'

/** `npm run faults` plays all; of the comebacks, these are the least that Discord answers. */
const COMEBACKS = ROWS.filter(({ scope, name }) => scope === 'comeback' && name.endsWith('nothing'))
const OTHERS = ROWS.filter(({ scope }) => scope !== 'comeback')

/** All servers speak at once, and each has trouble of its own: what hits one must not be heard in the others. */
describe('a long sentence, and what may happen meanwhile', () => {
  let town: Town
  let results: Results
  beforeAll(async () => {
    town = await Town.open({ servers: 8, duration: 3_000 })
    const options = { rounds: 1, seed: 7, watch: 5_000 }
    const others = await run(town, OTHERS, options)
    // Fewer servers, so that they keep within the requests (op 4) that Discord takes from a bot.
    results = new Map([...others, ...(await run(town, COMEBACKS, { ...options, servers: 3 }))])
  }, 120_000)
  afterAll(() => town?.close())

  it.each([...OTHERS, ...COMEBACKS].map((row) => [row.name, row] as const))('%s', (_name, row) => {
    const [measured] = results.get(row) as [Measurement]
    expect(measured.problems, measured.log?.join('\n')).toEqual([])
    for (const [figure, most] of Object.entries(row.goal)) {
      expect(measured[figure as keyof typeof row.goal], figure).toBeLessThanOrEqual(most)
    }
  })

  it('none of it ends the process', () => {
    expect(town.isAlive).toBe(true)
  })
})
