import { setTimeout as sleep } from 'node:timers/promises'
import { atMost, type Bench, type Row } from './support/bench.ts'
import { Hall } from './support/hall.ts'
import { Speakers } from './support/speakers.ts'
import { median, quantile, round } from './support/statistics.ts'

const COUNTS = [1, 10, 50, 100, 200, 300, 500]
const WINDOW_MS = 3_000
const MIB = 2 ** 20

/** One process that speaks in more and more servers at once, with packets ready: what each of them costs. */
export const growth: Bench = {
  name: 'growth',
  async *run({ quick }) {
    const counts = quick ? [1, 3] : COUNTS
    const most = counts.at(-1)!
    const hall = await Hall.open()
    await hall.fill(most + 1)
    const crowd = await Speakers.start()
    // The first to join and to speak loads what all need.
    await crowd.join(hall.address, 1)
    await crowd.first(0, 2)
    await crowd.order({ kind: 'speak', way: 'ours ready', speakers: 1 })
    await sleep(500)
    await crowd.order({ kind: 'silenceChannel' })
    await sleep(300)
    const alone = await crowd.memory()
    let joined = 1
    for (const count of counts) {
      const start = performance.now()
      await crowd.join(hall.address, count + 1)
      const rate = (1_000 * (count + 1 - joined)) / (performance.now() - start)
      yield await rowOf(crowd, count, rate, alone, quick ? 300 : WINDOW_MS, quick ? 1 : 10)
      joined = count + 1
    }
    crowd.close()
    await hall.close()
  },
}

async function rowOf(
  crowd: Speakers,
  count: number,
  joinsPerSecond: number,
  alone: number,
  window: number,
  runs: number,
): Promise<Row> {
  const silent = await crowd.memory()
  await crowd.order({ kind: 'speak', way: 'ours ready', speakers: count })
  await crowd.order({ kind: 'measure' })
  await sleep(window)
  const { cpu, waited, delay } = await crowd.report()
  const first = await crowd.first(count, runs)
  const speaking = await crowd.memory()
  await crowd.order({ kind: 'silenceChannel' })
  await sleep(200)
  const perSession = (speaking - alone) / count / MIB
  const starved = waited > 0.02
  return {
    what: 'growth',
    how: `${count} speaking`,
    values: {
      'first sound ms': round(median(first), 2),
      'p90 ms': round(quantile(first, 0.9), 2),
      'CPU %': round(cpu / 10, 0),
      'loop delay p99 ms': round(delay.p99, 1),
      'worst ms': round(delay.worst, 1),
      'RSS MiB': round(speaking / MIB, 0),
      'MiB a session in voice': round((silent - alone) / count / MIB, 2),
      'MiB a session that speaks': round(perSession, 2),
      'joins per s': round(joinsPerSecond, 0),
    },
    ...(count === 100 && { goal: atMost(10, round(delay.worst, 1), 'ms blocked at 100 speakers') }),
    ...(count === 500 && { goal: atMost(0.2, round(perSession, 2), 'MiB a session that speaks') }),
    ...(starved && { note: `waited ${round(100 * waited, 0)} % of the time for a core` }),
  }
}
