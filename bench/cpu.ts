import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEventStreamReader } from '../src/speech/dashscope/event-stream.ts'
import { levelled } from '../src/speech/levelled.ts'
import { Recording } from '../src/voice/recording.ts'
import { DefaultEncoder } from './peers/default-encoder.ts'
import { ffmpegOptions, hasFfmpeg } from './peers/players.ts'
import { toStereo48 } from './peers/stereo.ts'
import { atMost, type Bench } from './support/bench.ts'
import { answerOf, engineOf, readAnswer } from './support/provider.ts'
import { speech } from './support/sound.ts'
import { round, sum } from './support/statistics.ts'

const WHAT = 'CPU per second of speech, provider’s bytes → Opus (ms)'

/** From the bytes of the provider's answer to Opus packets; programs that were started count as well. */
export const cpu: Bench = {
  name: 'cpu',
  async *run({ quick }) {
    const seconds = quick ? 2 : 20
    const answer = answerOf(await speech(seconds))
    const ways: Record<string, () => Promise<void>> = {
      ours: () => record(answer),
      'JS to 48 kHz stereo, default encoder': async () => encodeStereo(answer),
      ...(hasFfmpeg() && { 'ffmpeg to 48 kHz stereo, default encoder': () => encodeThroughFfmpeg(answer) }),
    }
    const spent = new Map<string, number[]>(Object.keys(ways).map((way) => [way, []]))
    for (let run = 0; run <= (quick ? 1 : 8); run++) {
      for (const [way, encode] of Object.entries(ways)) {
        const before = cpuOfAll()
        await encode()
        if (run > 0) spent.get(way)!.push(cpuOfAll() - before)
        await sleep(20)
      }
    }
    const ours = perSecond(spent.get('ours')!, seconds)
    for (const [way, times] of spent) {
      const ms = perSecond(times, seconds)
      const goal = way === 'ours' ? atMost(1.7, ms, 'ms') : undefined
      yield { what: WHAT, how: way, values: { ms: round(ms, 2), ratio: round(ms / ours, 1) }, ...(goal && { goal }) }
    }
    if (!hasFfmpeg()) yield { what: WHAT, how: 'ffmpeg', values: {}, note: 'ffmpeg is not installed' }
  },
}

/** The product: read, brought to one loudness, cut into frames and encoded. */
async function record(answer: readonly Buffer[]): Promise<void> {
  const engine = levelled(engineOf(() => pcmOf(answer)))
  const utterance = { text: 'said', voice: 'Cherry', language: 'en' } as const
  const recording = new Recording({ engine, utterance, bitrate: 64_000 })
  recording.listen({ onPackets: () => undefined, onEnd: () => undefined })
  const result = await recording.result
  if (result.kind !== 'complete') throw new Error(`the recording ended ${result.kind}`)
}

async function encodeStereo(answer: readonly Buffer[]): Promise<void> {
  const encoder = new DefaultEncoder()
  for await (const pcm of pcmOf(answer)) encoder.write(toStereo48(pcm))
  encoder.close()
}

async function encodeThroughFfmpeg(answer: readonly Buffer[]): Promise<void> {
  const encoder = new DefaultEncoder()
  const input = ['-f', 's16le', '-ar', '24000', '-ac', '1', ...ffmpegOptions('pipe:0')]
  const child = spawn('ffmpeg', input, { stdio: ['pipe', 'pipe', 'ignore'] })
  const over = new Promise((resolve) => child.once('exit', resolve))
  void (async () => {
    for await (const pcm of pcmOf(answer)) child.stdin.write(pcm)
    child.stdin.end()
  })()
  for await (const stereo of child.stdout) encoder.write(stereo)
  await over
  encoder.close()
}

async function* pcmOf(answer: readonly Buffer[]): AsyncGenerator<Buffer> {
  const reader = createEventStreamReader()
  for (const event of answer) {
    const pcm = readAnswer(reader, event)
    if (pcm.length > 0) yield pcm
  }
}

/** Milliseconds of CPU of this process and of the programs that it has started and that have ended. */
function cpuOfAll(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000 + cpuOfChildren()
}

/** Fields 16 and 17 of proc(5), in hundredths of a second; 0 where there is no such file. */
function cpuOfChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[13]) + Number(fields[14])) * 10
  } catch {
    return 0
  }
}

function perSecond(times: readonly number[], seconds: number): number {
  return sum(times) / times.length / seconds
}
