import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Happening } from '../../../src/sandbox/witness/happenings.ts'
import { Stage } from '../../support/stage.ts'

interface View {
  readonly state: 'waiting' | 'speaking' | 'spoken'
  readonly words: string
  readonly cause: { readonly kind: string; readonly userId: string; readonly at: number; readonly acceptedAt: number }
  readonly voice: string
  readonly characters: number
  readonly requests: readonly { readonly asked: number; readonly firstAudio: number; readonly state: string }[]
  readonly firstPacket: number
  readonly firstSound: number
  readonly lastPacket: number
  readonly speech: number
  readonly lost: number
  readonly unencrypted: number
}

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
  await stage.enter('mia', 'lounge')
})
afterAll(() => stage?.close())

const views = () => stage.sandbox.witness.spoken.map((spoken) => spoken.view() as View)
const spoken = async (words: string, count = 1): Promise<View[]> => {
  const found = () => views().filter((one) => one.words === words && one.state === 'spoken')
  await stage.until(() => found().length >= count)
  return found()
}
const say = (text: string) => stage.command('mia', 'say', { text })

it('joins the wish, the request and what was heard, on one clock and in order', async () => {
  await say('The gulls are back.')
  const [one] = await spoken('The gulls are back.')
  expect(one).toMatchObject({ characters: 19, lost: 0, unencrypted: 0, cause: { kind: 'command' } })
  expect(one!.cause.userId).toBe(stage.sandbox.harbour.people.mia.id)
  const [request] = one!.requests
  const moments = [
    one!.cause.at,
    request!.asked,
    request!.firstAudio,
    one!.firstPacket,
    one!.firstSound,
    one!.lastPacket,
  ]
  expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  expect(one!.cause.acceptedAt).toBeGreaterThan(one!.cause.at)
  expect(one!.speech).toBeGreaterThan(800)
})

it('tells apart what is said twice, also when the second needs no request, and what waits in the queue', async () => {
  await Promise.all([say('Once more.'), say('Once more.'), say('And then this.')])
  await spoken('And then this.')
  const said = views().slice(-3)
  expect(said.map(({ words }) => words)).toEqual(['Once more.', 'Once more.', 'And then this.'])
  for (const [index, one] of said.slice(1).entries()) expect(one.firstPacket).toBeGreaterThan(said[index]!.lastPacket)
  for (const { speech } of said) expect(speech).toBeLessThan(2_500)
})

it('takes a new attempt after a refusal for the same thing said', async () => {
  await stage.sandbox.faults.cause('speech-limited', { retryAfter: 0 })
  await say('Try again, please.')
  const [one] = await spoken('Try again, please.')
  expect(one!.requests.map(({ state }) => state)).toEqual(['refused', 'completed'])
  const kinds = stage.sandbox.happenings.all.map(({ kind }) => kind)
  expect(kinds.slice(-2)).toEqual(['speech-refused', 'speech-again'])
})

it('tells when the voice connection broke, and how soon it was back', async () => {
  await stage.sandbox.faults.cause('voice-cut')
  const last = () => stage.sandbox.happenings.all.at(-1)
  await stage.until(() => last()?.kind === 'voice-resumed')
  expect((last() as Happening & { after: number }).after).toBeGreaterThan(0)
})

it('sends what one person hears, frame by frame, and the clock by which to take it', async () => {
  const socket = new WebSocket(`${stage.sandbox.description.control.replace('http', 'ws')}/people/mia/live`)
  const frames: Buffer[] = []
  const echoes: { echo: string; now: number }[] = []
  socket.on('open', () => socket.send('12.5'))
  socket.on('message', (data, isBinary) => {
    if (isBinary) frames.push(data as Buffer)
    else echoes.push(JSON.parse(String(data)))
  })
  await stage.until(() => echoes.length > 0)
  expect(echoes[0]!.echo).toBe('12.5')
  expect(Math.abs(performance.now() - echoes[0]!.now)).toBeLessThan(1_000)

  await say('Everything arrives.')
  const [one] = await spoken('Everything arrives.')
  await sleep(50)
  socket.close()
  const voiced = frames.filter((frame) => frame.readUInt16LE(14) === 0)
  expect(voiced.length * 20).toBe(one!.speech)
  expect(frames.every(({ length }) => length === 16 + 960 * 2)).toBe(true)
  expect(voiced[0]!.readDoubleLE()).toBe(one!.firstPacket)
  expect(voiced.some((frame) => frame.subarray(16).some((byte) => byte !== 0))).toBe(true)
})

it.each([
  ['another site', '/people/mia/live', { origin: 'https://evil.example' }],
  ['another name for this host', '/people/mia/live', { host: 'evil.example' }],
  ['nobody', '/people/nobody/live', {}],
  ['another address', '/live', {}],
])('lets %s listen to nothing', async (_what, path, headers) => {
  const socket = new WebSocket(`${stage.sandbox.description.control.replace('http', 'ws')}${path}`, { headers })
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve('open'))
  })
  expect(status).toBe(403)
})
