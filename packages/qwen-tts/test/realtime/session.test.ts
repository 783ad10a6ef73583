import { speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { createQwenTts, type RealtimeSession, type SessionEvent } from '../../src/index.ts'
import { cleanupAfterEach } from '../support/cleanup.ts'
import { collect } from '../support/collect.ts'

const MODEL = 'qwen3-tts-flash-realtime'
const cleanup = cleanupAfterEach()

async function open() {
  const service = await startSpeechService({ synthesize: speakTones, faults: () => ({ header: 'none' }) })
  const client = createQwenTts({ apiKey: service.key, baseUrl: service.baseUrl })
  cleanup(service, client)
  return { service, client, last: () => service.requests.at(-1)! }
}

/** Reads on to the next event of a kind. */
async function until(session: RealtimeSession, kind: SessionEvent['kind']): Promise<SessionEvent> {
  for (;;) {
    const event = await session.next()
    if (!event) throw new Error(`no ${kind}`)
    if (event.kind === kind) return event
  }
}

it('a session in commit mode speaks what is committed and forgets what is cleared', async () => {
  const { client, last } = await open()
  const session = client.connect(MODEL)
  await session.ready
  expect(session.id).toMatch(/^sess_/)
  session.update({ voice: 'Cherry', mode: 'commit' })
  session.append('A mistake.')
  session.clear()
  session.append('Hello ')
  session.append('there.')
  session.commit()
  const audio: Buffer[] = []
  for await (const event of session) {
    if (event.kind === 'audio') audio.push(event.audio)
    if (event.kind === 'response-done') session.finish()
  }
  expect(Buffer.concat(audio).equals(toneOf('Hello there.'))).toBe(true)
  expect(last().state).toBe('completed')
})

it('a session survives a mistake, which is an event', async () => {
  const { client } = await open()
  const session = client.connect(MODEL)
  session.ready.catch(() => {})
  await session.ready
  session.update({ voice: 'Cherry' })
  session.clear()
  expect(await until(session, 'error')).toMatchObject({
    error: { kind: 'bad-request', providerMessage: 'only client commit mode supports clear operation' },
  })
  session.append('Hello.')
  session.finish()
  expect(await until(session, 'response-done')).toMatchObject({ status: 'completed', usage: { characters: 6 } })
  await until(session, 'session-finished')
  expect(await session.next()).toBeUndefined()
  await expect.poll(() => session.closed).toBe(true)
})

it('a session that is opened ahead serves one stream', async () => {
  const { client, service } = await open()
  const session = client.connect(MODEL)
  await session.ready
  const request = { model: MODEL, voice: 'Cherry', text: 'Hello.' }
  const { audio } = await collect(client.realtime(request, { session }))
  expect(audio.equals(toneOf('Hello.'))).toBe(true)
  expect(service.realtimeConnections).toBe(1)
  await expect.poll(() => session.closed).toBe(true)
})

it('a session that is left closes its connection', async () => {
  const { client } = await open()
  const session = client.connect(MODEL)
  await session.ready
  session.update({ voice: 'Cherry' })
  for await (const _ of session) break
  await expect.poll(() => session.closed).toBe(true)
})

it('a closed client ends its sessions with an error', async () => {
  const { client } = await open()
  const session = client.connect(MODEL)
  await session.ready
  const next = session.next()
  await client.close()
  await expect(next).rejects.toMatchObject({ name: 'QwenTtsError', kind: 'network' })
})
