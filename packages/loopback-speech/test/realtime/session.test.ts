import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { speakTones, toneOf } from '../../src/audio/tones.ts'
import { type SpeechService, type SpeechServiceOptions, startSpeechService } from '../../src/service.ts'
import { TextBuffer } from '../../src/text-buffer.ts'

interface ServerFrame {
  readonly type: string
  readonly delta?: string
  readonly error?: { readonly code: string; readonly message: string }
  readonly response?: { readonly status: string; readonly usage?: { readonly characters: number } }
}

let service: SpeechService
afterEach(() => service.close())

/** A client that has been greeted; `frames` fill up as the server speaks. */
async function dial(options: Partial<SpeechServiceOptions> = {}, { key = 'sk-sandbox', model = FLASH } = {}) {
  service = await startSpeechService({ synthesize: speakTones, ...options })
  const url = `${service.baseUrl.replace('http', 'ws').replace('/api/v1', '/api-ws/v1/realtime')}?model=${model}`
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${key}` } })
  const frames: ServerFrame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  return {
    socket,
    frames,
    say: (type: string, fields: object = {}) => socket.send(JSON.stringify({ event_id: 'e', type, ...fields })),
    types: () => frames.map(({ type }) => type),
    heard: () => Buffer.concat(frames.map(({ delta }) => Buffer.from(delta ?? '', 'base64'))),
    update: (session: object = {}) =>
      socket.send(JSON.stringify({ type: 'session.update', session: { voice: 'Cherry', ...session } })),
    until: (type: string) => expect.poll(() => frames.some((frame) => frame.type === type)).toBe(true),
    error: async () => {
      await expect.poll(() => frames.some(({ type }) => type === 'error')).toBe(true)
      return frames.find(({ type }) => type === 'error')?.error
    },
  }
}

const FLASH = 'qwen3-tts-flash-realtime'
const closed = async (socket: WebSocket) => {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer]
  return { code, reason: String(reason) }
}

describe('the realtime service', () => {
  it('keeps the documented order and closes after the end', async () => {
    const { socket, frames, say, update, types, heard } = await dial()
    update({ mode: 'server_commit' })
    say('input_text_buffer.append', { text: 'Hi.' })
    say('session.finish')
    expect(await closed(socket)).toMatchObject({ code: 1000 })
    expect(types()).toEqual([
      'session.created',
      'session.updated',
      'response.created',
      'response.output_item.added',
      'response.content_part.added',
      'response.audio.delta',
      'response.content_part.done',
      'response.output_item.done',
      'response.audio.done',
      'response.done',
      'session.finished',
    ])
    expect(heard().equals(toneOf('Hi.'))).toBe(true)
    expect(frames.at(-2)?.response).toMatchObject({ status: 'completed', usage: { characters: 3 } })
    expect(service.requests).toMatchObject([{ state: 'completed', text: 'Hi.', status: 101, model: FLASH }])
  })

  it('speaks a complete sentence before the text ends', async () => {
    const { say, update, until, heard, socket } = await dial()
    update()
    say('input_text_buffer.append', { text: 'One. Tw' })
    await until('response.done')
    expect(heard().equals(toneOf('One. '))).toBe(true)
    say('input_text_buffer.append', { text: 'o.' })
    say('session.finish')
    await closed(socket)
    expect(heard().equals(Buffer.concat([toneOf('One. '), toneOf('Two.')]))).toBe(true)
  })

  it('speaks committed text only in commit mode', async () => {
    const { say, update, until, types, heard, socket } = await dial()
    update({ mode: 'commit' })
    say('input_text_buffer.append', { text: 'One. Two. ' })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(types()).toEqual(['session.created', 'session.updated'])
    say('input_text_buffer.commit')
    await until('response.done')
    say('input_text_buffer.append', { text: 'Three.' })
    say('session.finish')
    await closed(socket)
    expect(types()).toContain('input_text_buffer.committed')
    expect(heard().equals(toneOf('One. Two. '))).toBe(true)
  })

  it.each<[string, (client: Awaited<ReturnType<typeof dial>>) => void, string]>([
    ['a commit of nothing', ({ say }) => say('input_text_buffer.commit'), 'Cannot commit an empty buffer.'],
    ['a second update', ({ update }) => update(), 'already started'],
    ['a clear outside commit mode', ({ say }) => say('input_text_buffer.clear'), 'only client commit mode'],
    ['an unknown event', ({ say }) => say('response.cancel'), 'Unknown event.'],
    ['no JSON', ({ socket }) => socket.send('{'), 'Unknown event.'],
    ['a binary frame', ({ socket }) => socket.send(Buffer.from('{}')), 'Only text frames'],
  ])('answers %s with an error', async (_, provoke, message) => {
    const client = await dial()
    client.update()
    await client.until('session.updated')
    provoke(client)
    expect(await client.error()).toMatchObject({ code: 'invalid_value', message: expect.stringContaining(message) })
  })

  it('clears text that was not committed', async () => {
    const { say, update, until, heard, socket } = await dial()
    update({ mode: 'commit' })
    say('input_text_buffer.append', { text: 'Not this.' })
    say('input_text_buffer.clear')
    say('input_text_buffer.append', { text: 'This.' })
    say('input_text_buffer.commit')
    await until('response.done')
    expect(heard().equals(toneOf('This.'))).toBe(true)
    socket.close()
  })

  it('refuses text before session.update', async () => {
    const { say, error } = await dial()
    say('input_text_buffer.append', { text: 'Hello' })
    expect((await error())?.code).toBe('invalid_value')
    expect(service.requests).toHaveLength(0)
  })

  it('refuses an unknown voice in DashScope’s words', async () => {
    const { update, error } = await dial()
    update({ voice: 'Nobody' })
    expect((await error())?.message).toBe("400-invalid_value The requested voice 'Nobody' is not supported.")
    expect(service.requests).toMatchObject([{ state: 'refused' }])
  })

  it('refuses a wrong key in the handshake, and a model of the HTTP service after it', async () => {
    await expect(dial({}, { key: 'sk-wrong' })).rejects.toThrow('401')
    await service.close()
    const { error, socket } = await dial({}, { model: 'qwen3-tts-flash' })
    expect((await error())?.code).toBe('ModelNotFound')
    if (socket.readyState !== WebSocket.CLOSED) await closed(socket)
  })

  it('closes with 1011 when the rate limit is exceeded', async () => {
    const { update, socket } = await dial({ requestsPerMinute: 0 })
    update()
    const { code, reason } = await closed(socket)
    expect(code).toBe(1011)
    expect(reason).toMatch(/^To many requests\. Your requests are being throttled/)
  })

  it('closes an idle session', async () => {
    const { socket } = await dial({ realtime: { idleLimit: 30 } })
    expect((await closed(socket)).code).toBe(1000)
  })

  it('stops synthesis when the client disconnects', async () => {
    const { say, update, until, socket } = await dial({ faults: () => ({ pace: 1, pieces: [960] }) })
    update()
    say('input_text_buffer.append', { text: 'A long sentence. ' })
    await until('response.audio.delta')
    socket.terminate()
    await expect.poll(() => service.requests[0]?.state).toBe('cancelled')
  })
})

describe('cutting a text into sentences', () => {
  it('finds the same sentences wherever the text is split', () => {
    const text = 'One. Two! Is 3.5 three? 你好。再见！\nLast'
    const whole = new TextBuffer()
    whole.append(text)
    const sentences = [...whole.takeSentences(), whole.takeAll()]
    expect(sentences).toEqual(['One. ', 'Two! ', 'Is 3.5 three? ', '你好。', '再见！\n', 'Last'])
    for (let at = 0; at <= text.length; at++) {
      const parted = new TextBuffer()
      const found: string[] = []
      for (const part of [text.slice(0, at), text.slice(at)]) {
        parted.append(part)
        found.push(...parted.takeSentences())
      }
      expect([...found, parted.takeAll()].join('')).toBe(text)
    }
  })
})
