import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client, type Message, MessageType } from 'discord.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchedIncoming } from '../../../src/discord/messages/fetched-incoming.ts'

const GUILD = '100'
const GENERAL = '200'
const ROLE = '400'
const BOT = { id: '1', username: 'lector', discriminator: '0', avatar: null, bot: true }
const user = (id: string, username: string) => ({ id, username, global_name: null, discriminator: '0', avatar: null })
const MIA = user('2', 'mia')
const TOM = user('3', 'tom')
const GONE = user('4', 'gone')
const HIDDEN = user('5', 'hidden')

/** What Discord answers when it is asked for a member. */
const ANSWERS: Readonly<Record<string, readonly [number, object]>> = {
  [MIA.id]: [200, { user: MIA, nick: 'Captain', roles: [ROLE] }],
  [TOM.id]: [200, { user: TOM, nick: null, roles: [] }],
  [GONE.id]: [404, { code: 10_007, message: 'Unknown Member' }],
  [HIDDEN.id]: [403, { code: 50_001, message: 'Missing Access' }],
}

const asked: string[] = []
let server: Server
let client: Client
let messages: { _add(data: object, cache: boolean): Message<true> }

beforeAll(async () => {
  server = createServer((request, response) => {
    const id = request.url?.split('/').at(-1) ?? ''
    asked.push(id)
    const [status, body] = ANSWERS[id] ?? [500, {}]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  client = new Client({ intents: [], rest: { api } })
  client.rest.setToken('token')
  const inside = client as unknown as {
    user: object
    users: { _add(data: object): object }
    guilds: { _add(data: object): object }
    channels: { cache: Map<string, { messages: typeof messages }> }
  }
  inside.user = inside.users._add(BOT)
  inside.guilds._add({
    id: GUILD,
    name: 'The Harbour',
    roles: [GUILD, ROLE].map((id) => ({ id, name: id, permissions: '0' })),
    channels: [{ id: GENERAL, type: 0, name: 'general', guild_id: GUILD }],
    // Remembered from before they got the role, and left.
    members: [MIA, GONE, HIDDEN].map((member) => ({ user: member, nick: null, roles: [] })),
  })
  messages = inside.channels.cache.get(GENERAL)!.messages
})
afterAll(async () => {
  await client.destroy()
  server.close()
})

let last = 900n
/** As REST has it: with the author, and without the member. */
function written(author: object, more: object = {}): Message<true> {
  last += 1n
  const lists = { mentions: [], mention_roles: [], attachments: [], embeds: [] }
  const times = { timestamp: new Date().toISOString(), edited_timestamp: null }
  const place = { id: String(last << 22n), channel_id: GENERAL, guild_id: GUILD }
  return messages._add(
    { ...place, type: MessageType.Default, content: 'x', author, flags: 0, ...lists, ...times, ...more },
    false,
  )
}

it('has the roles and nicknames that Discord tells when it is asked, once for each author', async () => {
  asked.length = 0
  const webhook = { ...user('8', 'Ash'), bot: true }
  const read = await fetchedIncoming([
    written(MIA),
    written(TOM),
    written(MIA),
    written(webhook, { webhook_id: '8' }),
    written(BOT),
  ])
  expect(read.map(({ message }) => message.author)).toEqual(['Captain', 'tom', 'Captain', 'Ash', 'lector'])
  expect(read.map(({ author }) => author.roles?.includes(ROLE))).toEqual([true, false, true, false, false])
  expect(asked.sort()).toEqual([MIA.id, TOM.id])
})

it('has no roles of who has left, and does not know those of who could not be asked for', async () => {
  const read = await fetchedIncoming([written(GONE), written(HIDDEN), written(TOM)])
  expect(read.map(({ author }) => author.roles)).toEqual([[], undefined, [GUILD]])
})
