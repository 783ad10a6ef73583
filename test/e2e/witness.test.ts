import { setTimeout as sleep } from 'node:timers/promises'
import type { TimelineEntry } from '@lector/sandbox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Stage } from '../support/stage.ts'

interface View {
  readonly state: 'waiting' | 'speaking' | 'spoken' | 'failed' | 'dropped'
  readonly words: string
  readonly cause: { readonly kind: string; readonly userId: string; readonly at: number; readonly acceptedAt: number }
  readonly voice: string
  readonly characters: number
  readonly requests: readonly {
    readonly asked: number
    readonly firstAudio: number
    readonly state: string
    readonly status: number
  }[]
  readonly firstPacket: number
  readonly firstSound: number
  readonly lastPacket: number
  readonly speech: number
  readonly lost: number
  readonly faint: number
  readonly gaps: readonly object[]
  readonly unencrypted: number
}

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
  await stage.enter('mia', 'lounge')
})
afterAll(() => stage?.close())

const views = () => Promise.all(stage.sandbox.witness.spoken.map((spoken) => spoken.view() as Promise<View>))
const spoken = async (words: string, count = 1): Promise<View[]> => {
  const found = async () => (await views()).filter((one) => one.words === words && one.state === 'spoken')
  await stage.until(async () => (await found()).length >= count)
  return found()
}
const say = (text: string) => stage.command('mia', 'say', { text })

it('tells of nothing that came back before anything was lost, and of no loss where the bot left by itself', async () => {
  const kinds = () => stage.sandbox.timeline.all.map(({ kind }) => kind).filter((kind) => !kind.startsWith('gateway'))
  const { fixture, discord } = stage.sandbox
  const bot = fixture.bot.user.id
  const seen = { ready: 0, closed: 0 }
  discord.voice.on('ready', ({ identity }) => identity.userId === bot && seen.ready++)
  discord.voice.on('closed', (session) => session?.identity.userId === bot && seen.closed++)
  await stage.command('mia', 'join')
  await stage.until(() => seen.ready === 1)
  expect(kinds()).toEqual(['bot-entered'])
  await stage.command('mia', 'leave')
  await stage.until(() => seen.closed === 1)
  await stage.command('mia', 'join')
  await stage.until(() => seen.ready === 2)
  expect(kinds()).toEqual(['bot-entered', 'bot-left', 'bot-entered'])
  discord.switchboard.move(fixture.guild.id, bot, fixture.channels.workshop.id)
  await stage.until(() => seen.ready === 3)
  expect(kinds().slice(3)).toEqual(['bot-moved', 'voice-rejoined'])
  discord.switchboard.move(fixture.guild.id, bot, fixture.channels.lounge.id)
  await stage.until(() => seen.ready === 4)
})

it('joins the wish, the request and what was heard, on one clock and in order', async () => {
  await say('The gulls are back.')
  const [one] = await spoken('The gulls are back.')
  expect(one).toMatchObject({ characters: 19, lost: 0, unencrypted: 0, cause: { kind: 'command' } })
  expect(one!.cause.userId).toBe(stage.sandbox.fixture.people.mia.id)
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
  const said = (await views()).slice(-3)
  expect(said.map(({ words }) => words)).toEqual(['Once more.', 'Once more.', 'And then this.'])
  for (const [index, one] of said.slice(1).entries()) expect(one.firstPacket).toBeGreaterThan(said[index]!.lastPacket)
  for (const { speech } of said) expect(speech).toBeLessThan(2_500)
})

it('tells two things apart also when the silence between them got lost', async () => {
  const { faults, speech } = stage.sandbox
  await say('Its silence gets lost.')
  await stage.until(async () => (await views()).at(-1)?.state === 'speaking')
  const made = () => Math.ceil((speech.requests.at(-1)?.pcm.length ?? 0) / 960)
  await stage.until(async () => ((await views()).at(-1)?.speech ?? 0) / 20 >= made() - 4)
  await faults.cause('media-loss', { drop: 1 })
  await spoken('Its silence gets lost.')
  faults.end('media-loss')
  await say('This is another one.')
  await spoken('This is another one.')
  expect((await views()).slice(-2)).toMatchObject([
    { words: 'Its silence gets lost.', state: 'spoken' },
    { words: 'This is another one.', state: 'spoken' },
  ])
})

it('credits nobody who was refused or stopped with what is said next', async () => {
  await say('A kept phrase.')
  await spoken('A kept phrase.')
  // Tom is in no voice channel, so the bot refuses.
  await stage.command('tom', 'say', { text: 'This is refused.' })
  await say('A kept phrase.')
  await spoken('A kept phrase.', 2)
  await say('This one is long enough to be stopped before anything else is said by anybody at all.')
  await Promise.all(['This one waits.', 'So does this one.'].map(say))
  await stage.until(async () => (await views()).at(-1)?.state === 'speaking' || stage.hasSpeech('mia'))
  await stage.command('mia', 'stop')
  await say('A kept phrase.')
  const kept = await spoken('A kept phrase.', 3)
  expect(kept.map(({ cause }) => cause.userId)).toEqual(Array(3).fill(stage.sandbox.fixture.people.mia.id))
  const refused = (await views()).filter(({ words }) => /refused|waits|So does/.test(words))
  expect(refused.filter(({ state }) => state === 'spoken')).toEqual([])
})

it('takes a new attempt after a refusal for the same thing said', async () => {
  await stage.sandbox.faults.cause('speech-limited', { retryAfter: 0 })
  await say('Try again, please.')
  const [one] = await spoken('Try again, please.')
  expect(one!.requests.map(({ state }) => state)).toEqual(['refused', 'completed'])
  const kinds = stage.sandbox.timeline.all.map(({ kind }) => kind)
  expect(kinds.slice(-2)).toEqual(['speech-refused', 'speech-again'])
})

it('takes only what the bot asked for as said by the bot', async () => {
  const { baseUrl, key } = stage.sandbox.description.speech
  const ask = async (authorization: string) => {
    const response = await fetch(`${baseUrl}/services/aigc/multimodal-generation/generation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${authorization}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'qwen3-tts-flash', input: { text: 'Only the bot says this.', voice: 'Cherry' } }),
    })
    await response.arrayBuffer()
    return response.status
  }
  const before = (await views()).length
  const happened = () => stage.sandbox.timeline.all.filter(({ kind }) => kind.startsWith('speech'))
  const earlier = happened().length
  expect(await ask(key)).toBe(200)
  expect(await ask('sk-wrong')).toBe(401)
  await say('Only the bot says this.')
  const [one] = await spoken('Only the bot says this.')
  expect(one!.requests).toHaveLength(1)
  expect(one!.requests[0]!.asked).toBeGreaterThan(one!.cause.at)
  expect(await views()).toHaveLength(before + 1)
  expect(happened()).toHaveLength(earlier)
  expect(stage.sandbox.speech.requests.slice(-3).map(({ caller }) => caller)).toEqual(['guest', undefined, 'bot'])
})

it('shows what the speech service would not say as failed, until another voice says it', async () => {
  const states: string[] = []
  const words = 'The service is down.'
  const watch = ({ cause, state }: { cause?: { text: string } | undefined; state: string }) =>
    cause?.text === words && states.push(state)
  stage.sandbox.witness.on('spoken', watch)
  await stage.sandbox.faults.cause('speech-failed', { times: 100 })
  await say(words)
  const [one] = await spoken(words)
  stage.sandbox.witness.off('spoken', watch)
  stage.sandbox.faults.end('speech-failed')
  expect(states).toContain('failed')
  expect(new Set(one!.requests.map(({ state, status }) => `${state} ${status}`))).toEqual(new Set(['refused 500']))
  expect(one!.speech).toBeGreaterThan(500)
  expect((await views()).at(-1)!.words).toBe(words)
})

it('tells when the voice connection broke, and how soon it was back', async () => {
  await stage.command('mia', 'join')
  await stage.sandbox.faults.cause('voice-cut')
  const last = () => stage.sandbox.timeline.all.at(-1)
  await stage.until(() => last()?.kind === 'voice-resumed')
  expect((last() as TimelineEntry & { after: number }).after).toBeGreaterThan(0)
})

it('finds no gaps that reading the utterances makes', async () => {
  for (const text of ['One of several sentences.', 'Another of several sentences.', 'The last of several sentences.']) {
    await say(text)
  }
  let over = false
  const reading = (async () => {
    for (; !over; await sleep(20)) await views()
  })()
  const [last] = await spoken('The last of several sentences.')
  over = true
  await reading
  expect(last).toMatchObject({ gaps: [], lost: 0, faint: 0 })
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
