import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { encodeWav } from '../../src/audio/wav.ts'
import { isLectorError, LectorError } from '../../src/kernel/errors.ts'
import type { SpeechEngine } from '../../src/speech/engine.ts'
import { createDashScopeEngine } from '../../src/speech/engines/dashscope/engine.ts'
import { createOpenAiEngine } from '../../src/speech/engines/openai/engine.ts'
import { createVoicevoxEngine } from '../../src/speech/engines/voicevox/engine.ts'
import { createWyomingEngine } from '../../src/speech/engines/wyoming/engine.ts'
import { composeEngine } from '../../src/speech/stack/compose.ts'
import { createDraw, type Draw } from './draw.ts'
import { failing, scriptedEngine } from './scripted-engine.ts'
import { loudestNoise } from './sound.ts'

/** A second and a half of a voice-like buzz: 150 Hz with overtones. */
const SOUND = (() => {
  const pcm = Buffer.alloc(72_000)
  for (let i = 0; i < pcm.length / 2; i++) {
    const t = (2 * Math.PI * 150 * i) / 24_000
    pcm.writeInt16LE(Math.round(5_000 * (Math.sin(t) + Math.sin(3 * t) / 2 + Math.sin(7 * t) / 4)), 2 * i)
  }
  return pcm
})()
const TEXT = { en: 'A sentence of thirty letters.', ja: '今日はいい天気です。' }

interface Subject {
  readonly name: string
  readonly language: 'en' | 'ja'
  open(draw: Draw): Promise<{ engine: SpeechEngine; close(): Promise<void> }>
}

export const SUBJECTS: readonly Subject[] = [
  {
    name: 'openai',
    language: 'en',
    open: (draw) => overHttp(draw, openAi, (url) => createOpenAiEngine({ baseUrl: url, voice: 'nova' })),
  },
  {
    name: 'dashscope',
    language: 'en',
    open: (draw) =>
      overHttp(draw, dashScope, (url) => createDashScopeEngine({ apiKey: 'sk', baseUrl: `${url}/api/v1` })),
  },
  {
    name: 'voicevox',
    language: 'ja',
    open: (draw) => overHttp(draw, voicevox, (url) => createVoicevoxEngine({ url })),
  },
  { name: 'wyoming', language: 'en', open: overTcp },
]

export interface Outcome {
  readonly ended: 'end' | string
  readonly seconds: number
  /** RMS of the loudest window of noise that was heard, from 0 to 1. */
  readonly noise: number
  readonly peak: number
  readonly requests: number
  readonly ms: number
}

/** One message to an engine whose server answers with spoilt bytes. */
export async function hearSpoilt(subject: Subject, seed: number): Promise<Outcome> {
  const draw = createDraw(seed)
  const { engine, close } = await subject.open(draw)
  const silent = new LectorError('speech.unpronounceable', { engine: 'local' }, 'no such sounds')
  const composed = composeEngine({
    services: [{ engine: { ...engine, limits: () => ({ silence: 600 }) } }],
    free: scriptedEngine('local', failing(silent)),
    limitOf: () => 600,
    retry: { first: 5, longest: 20 },
  })
  const since = performance.now()
  const pieces: Buffer[] = []
  let ended = 'end'
  const utterance = { text: TEXT[subject.language], voice: 'nova', language: subject.language } as const
  try {
    for await (const event of composed.speak(utterance, AbortSignal.timeout(20_000))) {
      if (event.kind === 'audio') pieces.push(event.pcm)
    }
  } catch (error) {
    ended = isLectorError(error) ? error.code : `not a LectorError: ${String(error)}`
  }
  const pcm = Buffer.concat(pieces)
  const ms = performance.now() - since
  await composed.close()
  await close()
  const peak =
    pcm.length === 0
      ? 0
      : Math.max(...new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.length)).map(Math.abs))
  return { ended, seconds: pcm.length / 48_000, noise: loudestNoise(pcm), peak, requests: 0, ms }
}

type Answer = (response: ServerResponse, path: string, draw: Draw) => void

async function overHttp(draw: Draw, answer: Answer, create: (url: string) => SpeechEngine) {
  const server: Server = createServer((request, response) => {
    request.resume()
    response.on('error', () => {})
    answer(response, request.url ?? '', draw)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    engine: create(`http://127.0.0.1:${port}`),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function openAi(response: ServerResponse, path: string, draw: Draw): void {
  if (!path.endsWith('/audio/speech')) return void response.writeHead(404).end()
  const delta = (pcm: Buffer) => `data: {"type":"speech.audio.delta","audio":"${pcm.toString('base64')}"}\n\n`
  const [type, bytes] = draw.pick<readonly [string, Buffer]>([
    ['audio/pcm', SOUND],
    ['audio/wav', encodeWav(SOUND, { sampleRate: 24_000 })],
    ['application/octet-stream', draw.bytes(30_000)],
    [
      'text/event-stream',
      Buffer.from(
        `${delta(SOUND.subarray(0, 40_000))}${delta(SOUND.subarray(40_000))}data: {"type":"speech.audio.done"}\n\n`,
      ),
    ],
    ['audio/pcm', Buffer.concat([Buffer.from('fff364c4', 'hex'), draw.bytes(20_000)])],
  ])
  send(response, draw, type, bytes)
}

function dashScope(response: ServerResponse, _path: string, draw: Draw): void {
  const event = (pcm: Buffer, end: string) =>
    `id:1\nevent:result\n:HTTP_STATUS/200\ndata:{"output":{"finish_reason":"${end}","audio":{"data":"${pcm.toString('base64')}"}},"usage":{"characters":5},"request_id":"r"}\n\n`
  const sound = draw.chance(0.7) ? SOUND : draw.bytes(20_000)
  const bytes = Buffer.from(
    `${event(sound.subarray(0, 20_000), 'null')}${event(sound.subarray(20_000), 'null')}${event(Buffer.alloc(0), 'stop')}`,
  )
  send(response, draw, 'text/event-stream', bytes)
}

function voicevox(response: ServerResponse, path: string, draw: Draw): void {
  const json = (value: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (path === '/speakers')
    return void json([{ name: 'nova', speaker_uuid: 'u', styles: [{ id: 1, name: 'ノーマル' }] }])
  if (path.startsWith('/audio_query')) return void json({ accent_phrases: [], speedScale: 1 })
  if (!path.startsWith('/synthesis')) return void response.writeHead(404).end('{}')
  send(response, draw, 'audio/wav', draw.chance(0.8) ? encodeWav(SOUND, { sampleRate: 24_000 }) : draw.bytes(20_000))
}

function send(response: ServerResponse, draw: Draw, type: string, bytes: Buffer): void {
  const spoilt = spoil(bytes, draw)
  const status = draw.pick([200, 200, 200, 200, 200, 400, 429, 500])
  response.writeHead(status, { 'content-type': draw.chance(0.8) ? type : 'audio/mpeg' })
  const at = draw.below(spoilt.length + 1)
  response.write(spoilt.subarray(0, at))
  const ending = draw.below(12)
  if (ending === 0) response.destroy()
  else if (ending > 1) response.end(spoilt.subarray(at))
}

async function overTcp(draw: Draw) {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const asked = data.toString('latin1')
      if (asked.includes('"describe"')) {
        const info = JSON.stringify({
          tts: [{ name: 'p', installed: true, voices: [{ name: 'nova', languages: ['en'] }] }],
        })
        socket.write(`{"type":"info","data_length":${info.length}}\n${info}`)
      } else if (asked.includes('"synthesize"')) speakSpoilt(socket, draw)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    engine: createWyomingEngine({ url: `tcp://127.0.0.1:${port}` }),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function speakSpoilt(socket: Socket, draw: Draw): void {
  const event = (type: string, data: object, payload: Buffer = Buffer.alloc(0)) => {
    const body = JSON.stringify(data)
    return Buffer.concat([
      Buffer.from(`{"type":"${type}","data_length":${body.length},"payload_length":${payload.length}}\n${body}`),
      payload,
    ])
  }
  const format = { rate: 24_000, width: 2, channels: 1 }
  const sound = draw.chance(0.8) ? SOUND : draw.bytes(20_000)
  const chunks: Buffer[] = []
  for (let at = 0; at < sound.length; at += 4_096)
    chunks.push(event('audio-chunk', format, sound.subarray(at, at + 4_096)))
  const whole = Buffer.concat([event('audio-start', format), ...chunks, event('audio-stop', {})])
  const spoilt = spoil(whole, draw)
  const at = draw.below(spoilt.length + 1)
  socket.write(spoilt.subarray(0, at))
  const ending = draw.below(12)
  if (ending === 0) socket.destroy()
  else if (ending > 1) socket.end(spoilt.subarray(at))
}

/** Cuts, repeats, drops and overwrites a few places. */
function spoil(bytes: Buffer, draw: Draw): Buffer {
  let spoilt = bytes
  for (let i = draw.below(4); i > 0; i--) {
    const at = draw.below(spoilt.length + 1)
    const length = draw.below(60)
    const [before, after] = [spoilt.subarray(0, at), spoilt.subarray(at + length)]
    const junk = draw.pick([draw.bytes(length), Buffer.from(':{}[]"\\\r\n\u2028=é'), Buffer.alloc(0)])
    spoilt = draw.pick([
      Buffer.concat([before, junk, after]),
      Buffer.concat([before, after]),
      Buffer.concat([before, spoilt.subarray(Math.max(0, at - 3_000))]),
      before,
    ])
  }
  return spoilt
}
