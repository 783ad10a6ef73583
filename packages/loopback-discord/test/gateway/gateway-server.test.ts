import { setTimeout as sleep } from 'node:timers/promises'
import type { Message } from 'discord.js'
import { Events } from 'discord.js'
import { afterEach, describe, expect, test } from 'vitest'
import { type Harbour, harbour } from '../harbour.ts'
import { RawClient } from './raw-client.ts'

let scene: Harbour
const raw: RawClient[] = []

async function connect(query = ''): Promise<RawClient> {
  const client = await RawClient.connect(`${scene.sandbox.gatewayUrl}/?v=10&encoding=json${query}`)
  raw.push(client)
  return client
}

afterEach(async () => {
  for (const { socket } of raw.splice(0)) socket.terminate()
  await scene.close()
})

function say(content: string): void {
  scene.world.messages.create(scene.general.id, scene.tom.id, { content })
}

describe('identify', () => {
  test.each([
    ['none', '', {}],
    ['zlib-stream', '&compress=zlib-stream', {}],
    ['one payload at a time', '', { compress: true }],
  ])('brings READY and the server with compression: %s', async (_name, query, more) => {
    scene = await harbour()
    const client = await connect(query)
    client.identify(scene.bot.token, more)
    const { d } = await client.event('GUILD_CREATE')
    expect(d.name).toBe('The Harbour')
    say('ahoy')
    expect((await client.event('MESSAGE_CREATE')).d.content).toBe('ahoy')
    expect(client.received.map(({ s }) => s)).toEqual([null, 1, 2, 3])
  })

  test.each<[claim: string, code: number, act: (client: RawClient, token: string) => unknown]>([
    ['a wrong token', 4004, (client) => client.identify('MTIz.AAAA.wrong')],
    ['anything before identify', 4003, (client) => client.send(4, {})],
    ['a second identify', 4005, (client, token) => [client.identify(token), client.identify(token)]],
    ['an unknown opcode', 4001, (client, token) => [client.identify(token), client.send(99, {})]],
    ['what is no JSON', 4002, (client) => client.socket.send('{')],
    ['null', 4002, (client) => client.socket.send('null')],
    ['an identify without data', 4002, (client) => client.send(2, null)],
    ['a resume without data', 4002, (client) => client.send(6, undefined)],
    ['more than 4,096 bytes', 4002, (client) => client.send(1, 'x'.repeat(4_096))],
    ['a shard that does not exist', 4010, (client, token) => client.identify(token, { shard: [2, 2] })],
    ['121 sends', 4008, (client) => Array.from({ length: 121 }, () => client.send(1, null))],
  ])('%s closes with %i', async (_claim, code, act) => {
    scene = await harbour()
    const client = await connect()
    act(client, scene.bot.token)
    expect(await client.closed).toBe(code)
  })

  test('120 sends a minute are fine', async () => {
    scene = await harbour()
    const client = await connect()
    for (let sent = 0; sent < 120; sent++) client.send(1, null)
    await expect.poll(() => client.received.filter(({ op }) => op === 11).length).toBe(120)
  })

  test('a shard is told of its own servers alone', async () => {
    scene = await harbour()
    const shard = Number((BigInt(scene.guild.id) >> 22n) % 2n)
    const [own, other] = [await connect(), await connect()]
    own.identify(scene.bot.token, { shard: [shard, 2] })
    other.identify(scene.bot.token, { shard: [1 - shard, 2] })
    await own.event('GUILD_CREATE')
    expect((await other.event('READY')).d.guilds).toEqual([])
    say('ahoy')
    await own.event('MESSAGE_CREATE')
    expect(other.received.map(({ t }) => t)).toEqual([null, 'READY'])
  })
})

describe('resume', () => {
  test('a client gets exactly what it missed, in order', async () => {
    scene = await harbour()
    const before = await connect()
    before.identify(scene.bot.token)
    const { d: ready } = await before.event('READY')
    const { s: seen } = await before.event('GUILD_CREATE')
    before.socket.terminate()
    await before.closed
    for (const content of ['one', 'two', 'three']) say(content)
    const after = await connect()
    after.send(6, { token: scene.bot.token, session_id: ready.session_id, seq: seen })
    await after.event('RESUMED')
    const events = after.received.slice(1).map(({ t, d }) => d?.content ?? t)
    expect(events).toEqual(['one', 'two', 'three', 'RESUMED'])
  })

  test('a session that went over to a new connection is not lost with the old one', async () => {
    scene = await harbour({ resumeWindow: 20 })
    const before = await connect()
    before.identify(scene.bot.token)
    const { d: ready } = await before.event('READY')
    const { s: seen } = await before.event('GUILD_CREATE')
    const after = await connect()
    after.send(6, { token: scene.bot.token, session_id: ready.session_id, seq: seen })
    await after.event('RESUMED')
    before.socket.terminate()
    await expect.poll(() => scene.sandbox.gateway.connections.size).toBe(1)
    await sleep(100)
    say('ahoy')
    expect((await after.event('MESSAGE_CREATE')).d.content).toBe('ahoy')
  })

  test('an unknown session is refused with op 9', async () => {
    scene = await harbour()
    const client = await connect()
    client.send(6, { token: scene.bot.token, session_id: 'nobody', seq: 1 })
    expect((await client.next(({ op }) => op === 9)).d).toBe(false)
  })

  test('a session that waited too long is refused', async () => {
    scene = await harbour({ resumeWindow: 20 })
    const before = await connect()
    before.identify(scene.bot.token)
    const { d: ready } = await before.event('READY')
    const ended = new Promise((resolve) => scene.sandbox.gateway.once('ended', resolve))
    before.socket.terminate()
    await ended
    const after = await connect()
    after.send(6, { token: scene.bot.token, session_id: ready.session_id, seq: 1 })
    expect((await after.next(({ op }) => op === 9)).d).toBe(false)
  })

  test('discord.js loses no message when its connection is cut', async () => {
    scene = await harbour()
    const client = await scene.login()
    const heard: string[] = []
    client.on(Events.MessageCreate, ({ content }: Message) => heard.push(content))
    const identified: unknown[] = []
    scene.sandbox.gateway.on('identified', (session) => identified.push(session))
    scene.sandbox.gateway.cut()
    say('while away')
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['while away'])
    expect(identified).toEqual([])
  })

  test('discord.js comes back when it is asked to reconnect', async () => {
    scene = await harbour()
    const client = await scene.login()
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve))
    for (const connection of scene.sandbox.gateway.connections) connection.askToReconnect()
    await resumed
  })
})

describe('what a session is told', () => {
  test('op 8 by id answers with those, and names the strangers', async () => {
    scene = await harbour()
    const client = await connect()
    client.identify(scene.bot.token)
    await client.event('GUILD_CREATE')
    client.send(8, { guild_id: scene.guild.id, user_ids: [scene.tom.id, '7'], limit: 0, nonce: 'n' })
    const { d } = await client.event('GUILD_MEMBERS_CHUNK')
    expect(d.members.map((member: { user: { username: string } }) => member.user.username)).toEqual(['tom'])
    expect([d.not_found, d.nonce]).toEqual([['7'], 'n'])
  })

  test('a message in a channel that the bot may not see is not told', async () => {
    scene = await harbour()
    const client = await connect()
    client.identify(scene.bot.token)
    await client.event('GUILD_CREATE')
    const hidden = { id: scene.bot.user.id, type: 1, allow: '0', deny: String(1n << 10n) }
    scene.world.updateChannel(scene.general.id, { permission_overwrites: [hidden] })
    say('psst')
    scene.world.updateChannel(scene.general.id, { permission_overwrites: [] })
    say('ahoy')
    expect((await client.event('MESSAGE_CREATE')).d.content).toBe('ahoy')
  })
})
