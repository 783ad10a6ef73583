import { toneOf } from '@lector/loopback-speech'
import prism from 'prism-media'
import { expect, it } from 'vitest'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import type { SpeechEvent, SpeechNotice } from '../../src/speech/engine.ts'
import { speechFile } from '../../src/speech/speech-file.ts'
import { scriptedEngine } from '../support/scripted-engine.ts'

const utterance = { text: 'Hello there.', voice: 'Cherry', language: 'en' } as const
const never = new AbortController().signal
const pcm = toneOf(utterance.text).subarray(0, -100)
const notice: SpeechNotice = { code: 'style-ignored', engine: 'dashscope', model: 'qwen3-tts-flash' }
const end: SpeechEvent = { kind: 'end', receipt: { engine: 'dashscope', model: 'x', characters: 12 } }

it('has every frame of the speech, the last one filled up, and what the engine wanted to say', async () => {
  const engine = scriptedEngine('dashscope', async function* () {
    yield { kind: 'notice', notice }
    for (let at = 0; at < pcm.length; at += 1_234) yield { kind: 'audio', pcm: pcm.subarray(at, at + 1_234) }
    yield end
  })
  const { data, notices } = await speechFile(engine, utterance, never)
  expect(notices).toEqual([notice])
  expect(await packetsIn(data)).toBe(Math.ceil(pcm.length / FRAME_BYTES))
})

it('is not made when the engine fails, and nothing goes on', async () => {
  const engine = scriptedEngine('dashscope', async function* () {
    yield { kind: 'audio', pcm }
    throw new LectorError('speech.cut', { engine: 'dashscope' }, 'cut')
  })
  await expect(speechFile(engine, utterance, never)).rejects.toMatchObject({ code: 'speech.cut' })
  expect(engine.running).toBe(0)
})

async function packetsIn(data: Buffer): Promise<number> {
  const demuxer = new prism.opus.OggDemuxer()
  let packets = 0
  demuxer.on('data', () => {
    packets += 1
  })
  demuxer.end(data)
  await new Promise((resolve) => demuxer.once('end', resolve))
  return packets
}
