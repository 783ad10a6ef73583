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
  'ours live': [50, 100, 150, 200, 250, 300, 350],
  'usual live': [25, 50, 75, 100, 150, 200],
  'ours ready': [100, 200, 300, 400, 500],
  'usual ready': [100, 200, 300, 400, 500],
}
const WINDOW_MS = 4_000
const QUICK_WINDOW_MS = 600
/** A step that fails is tried again: other processes of the machine stall this one too. */
const ATTEMPTS = 4
/**
 * A process that waited for a core, although it had work, for more than this share of the time says nothing about how
 * much it can do: its windows are measured again, and so are those that the voice server was kept from reading.
 */
const STARVED = 0.1

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
    const best = new Map<Way, number>()
    for (const ways of [
      ['ours live', 'usual live'],
      ['ours ready', 'usual ready'],
    ] as const) {
      const going = new Map<Way, number>(ways.map((way) => [way, 0]))
      while (going.size > 0) {
        for (const [way, step] of going) {
          const count = steps[way][step]!
          const result = await attempt(hall, crowd, way, count, quick)
          yield result.row
          if (result.kept) best.set(way, count)
          if (result.kept && step + 1 < steps[way].length) going.set(way, step + 1)
          else going.delete(way)
        }
      }
    }
    crowd.close()
    await hall.close()
    yield* verdict(best)
  },
}

const QUICK_STEPS = { 'ours live': [2], 'usual live': [2], 'ours ready': [2], 'usual ready': [2] }

async function attempt(hall: Hall, crowd: Speakers, way: Way, count: number, quick: boolean) {
  for (let left = quick ? 1 : ATTEMPTS; ; left--) {
    const { report, arrived, sent } = await measure(hall, crowd, way, count, quick ? QUICK_WINDOW_MS : WINDOW_MS)
    const kept = isEven(report.left) && sent >= 0.99
    const starved = report.busy - report.cpu / 1_000 > STARVED
    if (kept || left === 1) return { kept, row: rowOf(way, count, report, arrived, sent, !kept && starved) }
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
  await crowd.order({ kind: 'hush' })
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
  { left, cpu, busy, delay, memory }: Report,
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
      'loop delay p99 ms': round(delay.p99, 1),
      'worst ms': round(delay.worst, 1),
      'RSS MiB': round(memory / 2 ** 20, 0),
      'on time at the server %': round(100 * arrived.onTime, 2),
    },
    ...(starved && { note: 'others had the core: the limit is the machine’s, not the process’s' }),
  }
}

function* verdict(best: ReadonlyMap<Way, number>): Generator<Row> {
  const most = (way: Way) => best.get(way) ?? 0
  const what = 'most speakers with 99.9 % on time'
  const live = most('ours live')
  const ratio = live / most('usual live')
  yield { what, how: 'live', values: { ours: live, usual: most('usual live') }, goal: atLeast(300, live, 'speakers') }
  yield { what: 'live speakers, ours to the usual way', how: 'live', values: { ratio }, goal: atLeast(2.5, ratio, '×') }
  const ready = most('ours ready')
  yield {
    what,
    how: 'ready',
    values: { ours: ready, usual: most('usual ready') },
    goal: atLeast(400, ready, 'speakers'),
  }
}
