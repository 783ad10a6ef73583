import { createServer } from 'node:http'
import { listen, shut } from '@lector/loopback-discord/http'
import { toneOf } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { SAMPLE_RATE } from '../../../../src/audio/format.ts'
import { encodeWavHeader } from '../../../../src/audio/wav.ts'
import type { SpeechEngine } from '../../../../src/speech/engine.ts'
import { createOpenAiEngine } from '../../../../src/speech/engines/openai/engine.ts'
import { createDraw, type Draw } from '../../../support/draw.ts'
import { outcomesOf } from '../../../support/outcomes.ts'
import { watched } from '../../../support/watched.ts'

const TYPES = ['audio/pcm', 'audio/wav', 'text/event-stream', 'application/json', 'text/html', 'audio/mpeg', ';;', '']

const TONE = toneOf('Hello there, how are you today?')

/** A good answer in bytes, of the shape that its content type promises or of another. */
function answer(draw: Draw): Buffer {
  const pcm = TONE.subarray(0, 2 * (100 + draw.below(2_000)))
  const delta = { type: 'speech.audio.delta', [draw.pick(['audio', 'delta'])]: pcm.toString('base64') }
  return draw.pick([
    () => pcm,
    () => Buffer.concat([encodeWavHeader(0xffff_ffff, { sampleRate: SAMPLE_RATE, channels: 1 }), pcm]),
    () =>
      Buffer.from(
        `event: speech.audio.delta\ndata: ${JSON.stringify(delta)}\n\ndata: {"type":"speech.audio.done"}\n\n`,
      ),
    () => Buffer.from('{"error":{"message":"Invalid voice","type":"BadRequestError","param":null,"code":400}}'),
  ])()
}

function spoil(bytes: Buffer, draw: Draw): Buffer {
  let spoilt = bytes
  for (let i = draw.below(4); i > 0; i--) {
    const at = draw.below(spoilt.length + 1)
    const length = draw.below(40)
    const [before, after] = [spoilt.subarray(0, at), spoilt.subarray(at + length)]
    const noise = draw.pick([draw.bytes(length), Buffer.from(':{}[]"\\\r\n\u2028=é'), Buffer.alloc(0)])
    spoilt = draw.pick([Buffer.concat([before, noise, after]), Buffer.concat([before, after]), before])
  }
  return spoilt
}

it('ends 500 spoilt answers in speech or in a LectorError, in whole samples', async () => {
  const draw = createDraw(20_261_122)
  const server = createServer((request, response) => {
    request.resume()
    if (request.method === 'GET') {
      response.writeHead(404).end()
      return
    }
    const bytes = spoil(answer(draw), draw)
    const good = draw.chance(0.5)
    const events = bytes.includes('speech.audio')
    const type = good ? (events ? 'text/event-stream' : 'audio/pcm') : draw.pick(TYPES)
    response.writeHead(draw.pick([200, 200, 200, 200, 400, 429, 500, 302]), { 'content-type': type })
    const at = draw.below(bytes.length + 1)
    response.write(bytes.subarray(0, at))
    const ending = draw.below(12)
    if (ending === 0) response.destroy()
    else if (ending > 1) response.end(bytes.subarray(at))
  })
  const baseUrl = `http://127.0.0.1:${await listen(server)}`
  // An engine learns from its answers, so each of these meets the server for the first time.
  const opened: SpeechEngine[] = []
  const open = () => {
    const engine = createOpenAiEngine({ baseUrl })
    opened.push(engine)
    return watched(engine, 200)
  }
  const engine: SpeechEngine = { ...open(), speak: (utterance, signal) => open().speak(utterance, signal) }
  const outcomes = await outcomesOf(engine, { text: 'Hello.', voice: 'vivian', language: 'en' })

  // Every way out was taken, or the answers are not as spoilt as they should be.
  for (const outcome of ['end', 'malformed', 'cut', 'network', 'timeout', 'server', 'bad-request']) {
    const code = outcome === 'end' ? outcome : `speech.${outcome}`
    expect(outcomes.get(code), code).toBeGreaterThan(3)
  }
  await Promise.all(opened.map((one) => one.close()))
  await shut(server)
}, 30_000)
