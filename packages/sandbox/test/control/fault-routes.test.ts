import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox.ts'
import type { FaultView } from '../../src/views.ts'
import { call } from './call.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const list = async (): Promise<FaultView[]> => (await call(sandbox, 'GET', '/faults')).body
const isOn = async (name: string) => (await list()).find((one) => one.name === name)?.on

test('each fault has a one-sentence summary and describes its parameters', async () => {
  const faults = await list()
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
  for (const { name, summary, parameters } of faults) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/)
    expect(summary).toMatch(/^[A-Z][^.]+\.$/)
    for (const parameter of Object.values(parameters)) expect(parameter.summary).not.toBe('')
  }
})

test('lasting faults switch on with their defaults, and off again', async () => {
  const lasting = (await list()).filter(({ on }) => on !== undefined)
  expect(lasting.length).toBeGreaterThan(10)
  for (const { name, on } of lasting) {
    expect(on, name).toBe(false)
    expect((await call(sandbox, 'POST', `/faults/${name}`)).status, name).toBe(204)
    expect(await isOn(name), name).toBe(true)
    expect((await call(sandbox, 'DELETE', `/faults/${name}`)).status, name).toBe(204)
    expect(await isOn(name), name).toBe(false)
  }
})

test("two-join makes two people enter the bot's channel at once", async () => {
  const { discord, fixture } = sandbox
  expect((await call(sandbox, 'POST', '/faults/two-join')).status).toBe(404)
  discord.switchboard.enter(fixture.channels.lounge.id, fixture.bot.user.id)
  expect((await call(sandbox, 'POST', '/faults/two-join', { second: 'ana' })).status).toBe(204)
  const inside = discord.world.voiceStates.inChannel(fixture.channels.lounge).map(({ user_id }) => user_id)
  expect(inside).toEqual([fixture.bot.user.id, fixture.people.tom.id, fixture.people.ana.id])
})

test('a fault affects one server only', async () => {
  const { discord, fixture } = sandbox
  const other = discord.world.addGuild({ name: 'Elsewhere', ownerId: fixture.people.mia.id })
  await call(sandbox, 'POST', '/faults/voice-identify-closed', { guild: other.id, code: 4016 })
  expect(discord.voice.faults.in(other.id).closeIdentifies).toBe(4016)
  expect(discord.voice.faults.in(fixture.guild.id).closeIdentifies).toBeUndefined()
  await call(sandbox, 'DELETE', `/faults/voice-identify-closed?guild=${other.id}`)
  expect(discord.voice.faults.in(other.id).closeIdentifies).toBeUndefined()
})

test('speech faults apply in order, as often as requested', async () => {
  await call(sandbox, 'POST', '/faults/speech-failed', { times: 2 })
  await call(sandbox, 'POST', '/faults/speech-limited', { retryAfter: 7 })
  const { baseUrl, key } = sandbox.description.speech
  const answers: [number, string | null][] = []
  for (let i = 0; i < 4; i++) {
    const response = await fetch(`${baseUrl}/services/aigc/multimodal-generation/generation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'qwen3-tts-flash', input: { text: 'Hi', voice: 'Cherry' } }),
    })
    answers.push([response.status, response.headers.get('retry-after')])
    await response.arrayBuffer()
  }
  expect(answers).toEqual([
    [500, null],
    [500, null],
    [429, '7'],
    [200, null],
  ])
})
