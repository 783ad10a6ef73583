import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PackedPackets } from '../src/audio/packed-packets.ts'
import { createMemoryPacketCache } from '../src/audio/packet-cache.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { atMost, type Bench } from './support/bench.ts'
import { packetsOf, speech } from './support/sound.ts'
import { round } from './support/statistics.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const UTTERANCE_S = 10
const MEGABYTE = 1_000_000

/** What an hour of speech that was said before takes in memory. */
export const cache: Bench = {
  name: 'cache',
  async *run({ quick }) {
    const hours = quick ? 0.05 : 1
    const utterance = PackedPackets.of(await packetsOf(await speech(UTTERANCE_S)))
    const packets = createMemoryPacketCache(
      { maxBytes: 2 ** 30, maxEntries: 100_000, lifetime: 3_600_000 },
      systemClock,
    )
    const before = await occupied()
    for (let index = 0; index < (hours * 3_600) / UTTERANCE_S; index++) {
      const note = JSON.stringify({ notices: [], engine: 'dashscope', model: 'qwen3-tts-flash' })
      await packets.put(`${index}`.padStart(64, '0'), { packed: utterance.toBuffer(), note }, { lasting: false })
    }
    const perHour = ((await occupied()) - before) / hours / MEGABYTE
    const values = { MB: round(perHour, 1), 'kB a second': round((perHour * 1_000) / 3_600, 2) }
    yield {
      what: 'memory of an hour of kept speech',
      how: '64 kb/s',
      values,
      goal: atMost(35, round(perHour, 1), 'MB'),
    }
    await packets.close()
  },
}

/** Bytes in use in the heap and in buffers, garbage excluded. */
async function occupied(): Promise<number> {
  // What is freed lets go of more, such as the buffers of a bench that has just ended.
  for (let round = 0; round < 3; round++) {
    collectGarbage()
    await turn()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
