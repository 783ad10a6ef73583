import { spawn } from 'node:child_process'
import { createEventStreamReader } from '@lector/qwen-tts/wire'
import { OpusEncoder } from '../../src/audio/opus.ts'
import { Recording } from '../../src/call/recording.ts'
import type { SpeechEngine } from '../../src/speech/engine.ts'
import { normalised } from '../../src/speech/stack/normalised.ts'
import { staged } from '../../src/speech/stack/staged.ts'
import { DefaultEncoder } from '../peers/default-encoder.ts'
import { ffmpegOptions } from '../peers/players.ts'
import { toStereo48 } from '../peers/stereo.ts'
import { cpuOfChildren } from './process-facts.ts'
import { answerOf, engineOf, readAnswer } from './provider.ts'
import { speech } from './sound.ts'

/** `reference` encodes at complexity 10 and does nothing else: how fast the machine is. */
export type Way = 'ours' | 'ours, not normalised' | 'JS to 48 kHz stereo' | 'ffmpeg to 48 kHz stereo' | 'reference'

const WAYS: Readonly<Record<Way, () => Promise<void>>> = {
  ours: () => record(staged(engineOf(sound), [normalised()])),
  'ours, not normalised': () => record(engineOf(sound)),
  'JS to 48 kHz stereo': async () => encodeStereo(),
  'ffmpeg to 48 kHz stereo': encodeThroughFfmpeg,
  reference: encodeAt10,
}

const seconds = Number(process.argv[2])
const pcm = await speech(seconds)
const answer = answerOf(pcm)

process.on('message', async (way: Way) => {
  const before = cpuOfAll()
  await WAYS[way]()
  process.send?.((cpuOfAll() - before) / seconds)
})
process.on('disconnect', () => process.exit())
process.send?.('started')

/** The product: read, brought to one loudness, cut into frames and encoded. */
async function record(engine: SpeechEngine): Promise<void> {
  const utterance = { text: 'said', voice: 'Cherry', language: 'en' } as const
  const recording = new Recording({ engine, utterance, encoding: {} })
  recording.listen({ onPackets: () => undefined, onEnd: () => undefined })
  const result = await recording.result
  if (result.kind !== 'complete') throw new Error(`the recording ended ${result.kind}`)
}

async function encodeAt10(): Promise<void> {
  const encoder = await OpusEncoder.open({ complexity: 10 })
  for (const _ of encoder.encode(pcm));
  encoder.close()
}

async function encodeStereo(): Promise<void> {
  const encoder = new DefaultEncoder()
  for await (const pcm of sound()) encoder.write(toStereo48(pcm))
  encoder.close()
}

async function encodeThroughFfmpeg(): Promise<void> {
  const encoder = new DefaultEncoder()
  const input = ['-f', 's16le', '-ar', '24000', '-ac', '1', ...ffmpegOptions('pipe:0')]
  const child = spawn('ffmpeg', input, { stdio: ['pipe', 'pipe', 'ignore'] })
  const over = new Promise((resolve) => child.once('exit', resolve))
  void (async () => {
    for await (const pcm of sound()) child.stdin.write(pcm)
    child.stdin.end()
  })()
  for await (const stereo of child.stdout) encoder.write(stereo)
  await over
  encoder.close()
}

async function* sound(): AsyncGenerator<Buffer> {
  const reader = createEventStreamReader()
  for (const event of answer) {
    const pcm = readAnswer(reader, event)
    if (pcm.length > 0) yield pcm
  }
}

/** Milliseconds of CPU of this process and of the programs that it has started and that have ended. */
function cpuOfAll(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000 + (cpuOfChildren() || 0)
}
