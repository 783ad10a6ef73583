import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatError, formatServerEvent, responseEvents } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createQwenTts } from '../../src/index.ts'
import { collect } from '../support/collect.ts'
import { createDraw, type Draw } from '../support/draw.ts'

/** What a server says in one good conversation after its greeting. */
function conversation(draw: Draw): string[] {
  const frames = [formatServerEvent('session.updated', { session: {} })]
  for (let responses = 1 + draw.below(3); responses > 0; responses--) {
    const { opening, delta, closing } = responseEvents('Cherry')
    frames.push(...opening)
    for (let i = draw.below(5); i >= 0; i--) frames.push(delta(draw.bytes(draw.below(2_000))))
    frames.push(...closing('completed', 5))
  }
  return [...frames, formatServerEvent('session.finished')]
}

/** Drops, doubles, moves, cuts, garbles and inserts frames. */
function spoil(frames: string[], draw: Draw): (string | Buffer)[] {
  const spoilt: (string | Buffer)[] = [...frames]
  for (let i = draw.below(4); i > 0; i--) {
    const at = draw.below(spoilt.length)
    const frame = String(spoilt[at] ?? '')
    const middle = draw.below(frame.length + 1)
    draw.pick([
      () => spoilt.splice(at, 1),
      () => spoilt.splice(at, 0, frame),
      () => spoilt.push(...spoilt.splice(at, 1)),
      () => spoilt.splice(at, 1, frame.slice(0, middle)),
      () => spoilt.splice(at, 1, `${frame.slice(0, middle)}\u2028"\\}é${frame.slice(middle + 3)}`),
      () => spoilt.splice(at, 0, draw.pick(['null', '[]', '{"type":7}', '{"type":"error"}', '{"type":{}}'])),
      () => spoilt.splice(at, 0, formatError('invalid_value', 'x')),
      () => spoilt.splice(at, 0, draw.bytes(20)),
      () => spoilt.splice(at, spoilt.length, formatServerEvent('response.done', { response: { status: 'failed' } })),
      () => spoilt.splice(at),
      () => spoilt.splice(at),
      () => spoilt.splice(at),
    ])()
  }
  return spoilt
}

it('ends 500 spoilt conversations in audio or in a QwenTtsError, in whole samples', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const greeting = formatServerEvent('session.created', { session: { id: 'sess_1' } })

  let conversations = 0
  server.on('connection', (socket: WebSocket) => {
    // A sequence of its own for each conversation: how the others overlap with it changes nothing.
    const draw = createDraw(20_261_122 + conversations++)
    socket.on('error', () => {})
    const [opening, ...frames] = spoil([draw.chance(0.02) ? '{}' : greeting, ...conversation(draw)], draw)

    const ending = draw.pick(['close', 'terminate', 'terminate', '1011', 'silence'])
    if (opening !== undefined) socket.send(opening)
    socket.once('message', async () => {
      for (const frame of frames) {
        socket.send(frame)
        if (draw.chance(0.05)) await sleep(1)
      }
      if (ending === 'close') socket.close(1000)
      if (ending === '1011') socket.close(1011, 'To many requests.')
      if (ending === 'terminate') socket.terminate()
    })
  })

  const client = createQwenTts({
    apiKey: 'sk',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
    timeout: 400,
  })
  const request = { model: 'qwen3-tts-flash-realtime', text: 'Hello there.', voice: 'Cherry' }
  const outcomes = new Map<string, number>()
  const speakOne = async () => {
    const { chunks, result, error, thrown } = await collect(client.realtime(request))
    for (const chunk of chunks) expect(chunk.length % 2).toBe(0)
    if (thrown !== undefined && !error) throw thrown
    expect(error === undefined).toBe(result !== undefined)
    const outcome = error?.kind ?? 'end'
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 25 }, speakOne))

  // Each way to end occurs, or the conversations are not as spoilt as they should be.
  for (const outcome of ['end', 'malformed', 'cut', 'network', 'timeout']) {
    expect(outcomes.get(outcome), outcome).toBeGreaterThan(5)
  }
  await client.close()
  await expect.poll(() => server.clients.size).toBe(0)
  server.close()
}, 30_000)
