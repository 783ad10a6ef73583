import { setTimeout as sleep } from 'node:timers/promises'
import { FRAME_MS } from '../src/audio/format.ts'
import { atLeast, type Bench, type Row } from './support/bench.ts'
import { Hall } from './support/hall.ts'
import { type Pacing, pacingOf } from './support/pacing.ts'
import type { Report, Way } from './support/speaker-process.ts'
import { Speakers } from './support/speakers.ts'
import { round } from './support/statistics.ts'

/** How many may speak at once, both ways with the same calls, in turns. */
const STEPS: Readonly<Record<Way, readonly number[]>> = {
  'ours live': [50, 100, 150, 200, 300],
  'usual live': [25, 50, 75, 100],
  'ours ready': [100, 200, 300, 400],
  'usual ready': [100, 200, 300, 400],
}
const WINDOW_MS = 4_000
const QUICK_WINDOW_MS = 600
/** A step that fails is tried again: other processes of the machine stall this one too. */
const ATTEMPTS = 3
/** A process that waited for a core for more than this share of the time says nothing about how much it can do. */
const STARVED = 0.02

/**
 * Speakers in one process, end-to-end encrypted, each in a guild of its own: as many as keep 99.9 % of the packets
 * within 10 ms of their time without bursts. The voice server is in another process.
 */
export const speakers: Bench = {
  name: 'speakers',
  async *run({ quick }) {
    const hall = await Hall.open()
    const steps = quick ? QUICK_STEPS : STEPS
    const most = Math.max(...Object.values(steps).flat())
    await hall.fill(most)
    const crowd = await Speakers.start()
    await crowd.join(hall.address, most)
    // What is compiled on the way up would be on the bill of whoever comes first.
    if (!quick) for (const way of WAYS) await measure(hall, crowd, way, 20, 1_000)
    const best = new Map<Way, number>()
    const costs = new Map<Way, number>()
    for (const ways of [WAYS.slice(0, 2), WAYS.slice(2)]) {
      const going = new Map<Way, number>(ways.map((way) => [way, 0]))
      while (going.size > 0) {
        for (const [way, step] of going) {
          const count = steps[way][step]!
          const { kept, starved, cost, row } = await attempt(hall, crowd, way, count, quick)
          yield row
          if (kept) best.set(way, count)
          if (cost !== undefined) costs.set(way, cost)
          if ((kept || starved) && step + 1 < steps[way].length) going.set(way, step + 1)
          else going.delete(way)
        }
      }
    }
    crowd.close()
    await hall.close()
    yield* verdict(best, costs)
  },
}

const WAYS = ['ours live', 'usual live', 'ours ready', 'usual ready'] as const
const QUICK_STEPS = { 'ours live': [2], 'usual live': [2], 'ours ready': [2], 'usual ready': [2] }

async function attempt(hall: Hall, crowd: Speakers, way: Way, count: number, quick: boolean) {
  for (let left = quick ? 1 : ATTEMPTS; ; left--) {
    const { report, arrived, sent } = await measure(hall, crowd, way, count, quick ? QUICK_WINDOW_MS : WINDOW_MS)
    const kept = isEven(report.left) && sent >= 0.99
    const starved = !kept && report.waited > STARVED
    // Who cannot keep up does not pay for what it leaves out.
    const cost = sent > 0.95 ? (report.cpu * report.elapsed) / report.left.packets : undefined
    if (kept || left === 1) return { kept, starved, cost, row: rowOf(way, count, report, arrived, sent, starved) }
  }
}

async function measure(hall: Hall, crowd: Speakers, way: Way, count: number, window: number) {
  await crowd.order({ kind: 'speak', way, speakers: count })
  await sleep(500)
  await crowd.order({ kind: 'measure' })
  hall.note()
  await sleep(window)
  const report = await crowd.report()
  const arrived = pacingOf(hall.noted())
  await crowd.order({ kind: 'silenceChannel' })
  await sleep(300)
  // The first packet of each stream has no time to keep.
  const sent = report.left.packets / (count * (report.elapsed / FRAME_MS - 1))
  return { report, arrived, sent }
}

function isEven({ onTime, bursts }: Pacing): boolean {
  return onTime >= 0.999 && bursts <= 0.001
}

function rowOf(
  way: Way,
  count: number,
  { left, cpu, busy, waited, delay, memory }: Report,
  arrived: Pacing,
  sent: number,
  starved: boolean,
): Row {
  return {
    what: 'speakers in one process',
    how: `${way}, ${count}`,
    values: {
      'on time %': round(100 * left.onTime, 2),
      'bursts %': round(100 * left.bursts, 2),
      'sent %': round(100 * sent, 1),
      'p99.9 late ms': round(left.late999, 1),
      'CPU %': round(cpu / 10, 0),
      'µs/packet': round((cpu * 1_000) / (50 * count), 0),
      'loop %': round(100 * busy, 0),
      'waited for a core %': round(100 * waited, 1),
      'loop delay p99 ms': round(delay.p99, 1),
      'worst ms': round(delay.worst, 1),
      'RSS MiB': round(memory / 2 ** 20, 0),
      'on time at the server %': round(100 * arrived.onTime, 2),
    },
    ...(starved && { note: 'others had the core: the limit is the machine’s, not the process’s' }),
  }
}

function* verdict(best: ReadonlyMap<Way, number>, costs: ReadonlyMap<Way, number>): Generator<Row> {
  const most = (way: Way) => best.get(way) ?? 0
  const what = 'most speakers seen with 99.9 % on time'
  const live = most('ours live')
  const ready = most('ours ready')
  yield { what, how: 'live', values: { ours: live, usual: most('usual live') }, goal: atLeast(300, live, 'speakers') }
  yield {
    what,
    how: 'ready',
    values: { ours: ready, usual: most('usual ready') },
    goal: atLeast(400, ready, 'speakers'),
  }

  const room = (way: Way) => Math.floor(CORE_SHARE / (PACKETS_PER_US * (costs.get(way) ?? Number.NaN)))
  for (const [ours, usual, goal] of [
    ['ours live', 'usual live', 300],
    ['ours ready', 'usual ready', 400],
  ] as const) {
    const how = ours.replace('ours ', '')
    const values = { ours: room(ours), usual: room(usual) }
    yield {
      what: 'speakers that fit into 75 % of a core, by CPU',
      how,
      values,
      goal: atLeast(goal, room(ours), 'speakers'),
    }
  }
  const ratio = round((costs.get('usual live') ?? Number.NaN) / (costs.get('ours live') ?? Number.NaN), 1)
  const price = 'CPU of a live packet, the usual way to ours'
  yield { what: price, how: 'live', values: { ratio }, goal: atLeast(2.5, ratio, '×') }
}

/** Past this share of a core all speakers fall behind together. */
const CORE_SHARE = 0.75
/** Of one speaker. */
const PACKETS_PER_US = 1 / FRAME_MS / 1_000
