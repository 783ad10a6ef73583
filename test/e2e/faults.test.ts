import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measurement } from '../../bench/faults/measure.ts'
import { ROWS } from '../../bench/faults/rows.ts'
import { type Results, run } from '../../bench/faults/run.ts'
import { Town } from '../../bench/faults/town.ts'

/** All servers speak at once, and each has trouble of its own: what hits one must not be heard in the others. */
describe('a long sentence, and what may happen meanwhile', () => {
  let town: Town
  let results: Results
  beforeAll(async () => {
    town = await Town.open({ servers: 8, duration: 3_000 })
    results = await run(town, ROWS, { rounds: 1, seed: 7, watch: 5_000 })
  }, 120_000)
  afterAll(() => town?.close())

  it.each(ROWS.map((row) => [row.name, row] as const))('%s', (_name, row) => {
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
