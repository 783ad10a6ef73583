import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { NODE_FLAGS } from '@lector/playground'
import { FRAME_MS } from '../src/audio/format.ts'
import { hasFfmpeg } from './peers/players.ts'
import { atLeast, atMost, type Bench } from './support/bench.ts'
import type { Way } from './support/encoding-process.ts'
import { median, round } from './support/statistics.ts'

const PROGRAM = fileURLToPath(new URL('support/encoding-process.ts', import.meta.url))
const WHAT = 'CPU per second of speech, provider’s bytes → Opus (ms)'
/** The usual ways, and how many times our cost theirs should be at least. */
const USUAL = [
  ['JS to 48 kHz stereo', 4],
  ['ffmpeg to 48 kHz stereo', 6],
] as const
/** A frame at complexity 10 takes so long on the machine whose milliseconds the goal is counted in. */
const REFERENCE_US = 52
const FRAMES_PER_SECOND = 1_000 / FRAME_MS

/**
 * From the bytes of the provider's answer to Opus packets; programs that were started count as well. Each way has a
 * process of its own, so that none pays for another's garbage, and they take turns. Machines differ by more than the
 * ways do, so the goals are ratios, and milliseconds on a machine that encodes as fast as one does.
 */
export const cpu: Bench = {
  name: 'cpu',
  async *run({ quick }) {
    const ways: Way[] = ['ours', 'ours, not normalised', 'JS to 48 kHz stereo', 'reference']
    if (hasFfmpeg()) ways.push('ffmpeg to 48 kHz stereo')
    const spent = new Map<Way, number[]>(ways.map((way) => [way, []]))
    const processes = await Promise.all(ways.map(() => start(quick ? 2 : 20)))
    for (let run = quick ? -1 : -3; run < (quick ? 1 : 15); run++) {
      for (const [index, way] of ways.entries()) {
        const answer = once(processes[index]!, 'message')
        processes[index]!.send(way)
        const [ms] = (await answer) as [number]
        if (run >= 0) spent.get(way)!.push(ms)
      }
    }
    for (const child of processes) child.disconnect()

    const ms = (way: Way) => median(spent.get(way)!)
    const speed = (ms('reference') * 1_000) / FRAMES_PER_SECOND / REFERENCE_US
    const equivalent = round(ms('ours') / speed, 2)
    yield {
      what: WHAT,
      how: 'ours',
      values: { ms: round(ms('ours'), 2), 'ms-equivalents': equivalent, ratio: 1 },
      goal: atMost(1.7, equivalent, 'ms-equivalents'),
      note: `this machine takes ${round(speed, 1)} times as long as one whose complexity 10 takes ${REFERENCE_US} µs a frame`,
    }
    const bare = ms('ours, not normalised')
    yield {
      what: WHAT,
      how: 'ours, not normalised',
      values: { ms: round(bare, 2), ratio: round(bare / ms('ours'), 2) },
      note: 'the usual ways leave each voice as loud as it comes',
    }
    for (const [way, goal] of USUAL) {
      const how = `${way}, default encoder`
      if (!spent.has(way)) {
        yield { what: WHAT, how, values: {}, note: 'ffmpeg is not installed' }
        continue
      }
      const ratio = round(ms(way) / ms('ours'), 1)
      const values = { ms: round(ms(way), 2), ratio, 'ratio to ours, not normalised': round(ms(way) / bare, 1) }
      yield { what: WHAT, how, values, goal: atLeast(goal, ratio, '× ours') }
    }
  },
}

async function start(seconds: number): Promise<ChildProcess> {
  const child = fork(PROGRAM, [String(seconds)], { execArgv: [...NODE_FLAGS] })
  await once(child, 'message')
  return child
}
