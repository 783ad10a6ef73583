import type { FaultValues } from '@lector/sandbox'
import type { Measurement } from './measure.ts'
import type { Row } from './rows.ts'
import type { Server, Town } from './town.ts'

export interface RunOptions {
  readonly rounds: number
  readonly seed: number
  /** How long a bot that should give up is watched, in milliseconds. */
  readonly watch: number
  /** How many of the town's servers take part; all by default. */
  readonly servers?: number
}

export type Results = Map<Row, Measurement[]>

/**
 * Plays rows in the servers of a town: those that concern one server side by side, in a drawn order, each server taking
 * the next as soon as it is free; those that hit all servers afterwards, one after the other.
 */
export async function run(town: Town, rows: readonly Row[], options: RunOptions): Promise<Results> {
  const { rounds, seed, watch } = options
  const random = seededRandom(seed)
  const results: Results = new Map(rows.map((row) => [row, []]))
  const play = async (row: Row, server: Server, moment: () => number, strike: Strike) => {
    const measured = await row.play({ town, server, random: moment, watch }, strike).catch(unmeasured)
    const { problems } = measured
    results.get(row)!.push(problems.length > 0 ? { ...measured, log: town.lastLines(server) } : measured)
  }

  const single = rows.filter(({ scope }) => scope !== 'everywhere')
  const tasks = single.flatMap((row) => Array.from({ length: rounds }, () => row))
  const waiting = shuffle(tasks, random)
  const busy = town.servers.slice(0, options.servers).map(async (server) => {
    for (let row = waiting.pop(); row; row = waiting.pop()) await play(row, server, random, () => Promise.resolve())
  })
  await Promise.all(busy)

  for (const row of rows.filter(({ scope }) => scope === 'everywhere')) {
    for (let left = rounds; left > 0; left -= town.servers.length) {
      const servers = town.servers.slice(0, left)
      const strike = together(servers.length, (name, values) => town.sandbox.faults.cause(name, values))
      // The same moment for all, so that nobody waits for the others in mid-sentence.
      const moment = random()
      await Promise.all(servers.map((server) => play(row, server, () => moment, strike)))
    }
  }
  return results
}

/** A round that could not be played to its end. */
function unmeasured(error: unknown): Measurement {
  return {
    lost: 0,
    gap: 0,
    recovered: 0,
    requests: 0,
    problems: [error instanceof Error ? error.message : String(error)],
  }
}

type Strike = (name: string, values?: FaultValues) => Promise<void>

/** Strikes once, when so many are ready for it. */
function together(count: number, strike: Strike): Strike {
  const struck = Promise.withResolvers<void>()
  let ready = 0
  return (name, values) => {
    ready += 1
    if (ready === count) struck.resolve(strike(name, values))
    return struck.promise
  }
}

function shuffle<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[items[last], items[other]] = [items[other]!, items[last]!]
  }
  return items
}

/** mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
