import { once } from 'node:events'
import { request } from 'node:http'
import type { ChatInputCommandInteraction, Interaction } from 'discord.js'
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
} from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox.ts'
import { call } from './call.ts'

let sandbox: Sandbox
let client: Client
beforeAll(async () => {
  sandbox = await startSandbox()
  const { rest, token } = sandbox.description
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: rest } })
  const ready = once(client, Events.ClientReady)
  await client.login(token)
  await ready
})
afterAll(async () => {
  await client.destroy()
  await sandbox.close()
})

test('shows the server, its people and whether the bot is connected', async () => {
  const { body } = await call(sandbox, 'GET', '/world')
  expect(body.bot.connected).toBe(true)
  expect(body.people.map(({ name }: { name: string }) => name)).toEqual(['Mia', 'Tom', 'Yuki', 'Ana', 'lector'])
  expect(body.channels.map(({ name }: { name: string }) => name)).toEqual(['general', 'lounge', 'workshop', 'stage'])
})

test('a person enters, changes and leaves voice channels, visibly for all', async () => {
  const where = async () => {
    const { body } = await call(sandbox, 'GET', '/world')
    return body.channels
      .filter(({ members }: { members: object[] }) => members.length > 0)
      .map((c: { name: string }) => c.name)
  }
  expect((await call(sandbox, 'PUT', '/people/mia/voice', { channel: 'lounge' })).status).toBe(204)
  expect(await where()).toEqual(['lounge'])
  expect((await call(sandbox, 'PUT', '/people/Mia/voice', { channel: 'workshop' })).status).toBe(204)
  expect(await where()).toEqual(['workshop'])
  expect((await call(sandbox, 'GET', '/people/mia/heard')).body).toEqual({})
  await call(sandbox, 'DELETE', '/people/mia/voice')
  expect(await where()).toEqual([])
})

test('a message has its sticker, file, poll and reply, and is edited and deleted', async () => {
  const first = await call(sandbox, 'POST', '/people/tom/messages', { content: 'ahoy' })
  const second = await call(sandbox, 'POST', '/people/ana/messages', {
    replyTo: first.body.id,
    attachments: [{ name: 'a.png', contentType: 'image/png', base64: 'AAAA' }],
    stickers: ['wave'],
    poll: { question: 'Tea?', answers: ['Yes', 'No'] },
  })
  const message = sandbox.discord.world.messages.get(sandbox.fixture.channels.general.id, second.body.id)
  expect(message.referenced_message?.content).toBe('ahoy')
  expect(message.sticker_items?.[0]?.name).toBe('wave')
  expect(message.poll?.question.text).toBe('Tea?')
  expect(message.attachments[0]).toMatchObject({ filename: 'a.png', content_type: 'image/png', size: 3 })
  await call(sandbox, 'PATCH', `/channels/general/messages/${first.body.id}`, { content: 'ahoi' })
  await call(sandbox, 'DELETE', '/channels/general/messages/last')
  expect((await call(sandbox, 'GET', '/channels/general/messages')).body).toMatchObject([
    { content: 'ahoi', edited: true },
  ])
})

test('a command returns what the person sees', async () => {
  await client.application?.commands.set([{ name: 'ping', description: 'Answers' }])
  client.once(Events.InteractionCreate, (interaction: Interaction) =>
    (interaction as ChatInputCommandInteraction).reply(`pong ${interaction.locale}`),
  )
  const { status, body } = await call(sandbox, 'POST', '/people/yuki/commands', { command: 'ping', locale: 'ja' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ answered: true, kind: 'message', reply: { content: 'pong ja', ephemeral: false } })
  expect((await call(sandbox, 'GET', `/interactions/${body.id}`)).body).toEqual(body)
})

test('events are streamed as they happen', async () => {
  const response = await fetch(`${sandbox.description.control}/events`)
  await call(sandbox, 'POST', '/people/tom/messages', { content: 'news' })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const { value } = (await reader?.read()) ?? {}
  expect(value).toMatch(/^event: message-created\ndata: \{.*"content":"news".*\}\n\n$/)
  await reader?.cancel()
})

describe('is refused:', () => {
  test.each<[what: string, headers: Record<string, string>]>([
    ['another name for this host', { host: 'evil.example' }],
    ['the script of another site', { origin: 'https://evil.example' }],
    ['the script of another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['an image on another port', { 'sec-fetch-site': 'same-site' }],
    ['an image on another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_what, headers) => {
    const asked = request(`${sandbox.description.control}/world`, { headers, agent: false }).end()
    const [response] = await once(asked, 'response')
    response.resume()
    expect(response.statusCode).toBe(403)
  })
})

test('a person pages through an ephemeral answer', async () => {
  const rows = (page: number) => [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder()
        .setCustomId(`to ${page + 1}`)
        .setLabel('Next')
        .setStyle(ButtonStyle.Secondary),
    ),
  ]
  const turn = (interaction: Interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply({ content: 'page 1', components: rows(1), flags: MessageFlags.Ephemeral })
    if (!interaction.isButton()) return
    const page = Number(interaction.customId.split(' ')[1])
    void interaction.update({ content: `page ${page}`, components: rows(page) })
  }
  client.on(Events.InteractionCreate, turn)
  await client.application?.commands.set([{ name: 'voices', description: 'Lists voices' }])
  const { body } = await call(sandbox, 'POST', '/people/mia/commands', { command: 'voices' })
  for (const page of [2, 3]) {
    const pressed = { interaction: body.id, customId: `to ${page}` }
    const { body: shown } = await call(sandbox, 'POST', '/people/mia/components', pressed)
    expect(shown.reply).toMatchObject({ content: `page ${page}`, ephemeral: true })
  }
  const lastPressed = { interaction: 'last', customId: 'to 4' }
  const { body: last } = await call(sandbox, 'POST', '/people/mia/components', lastPressed)
  expect(last.reply.content).toBe('page 4')
  client.off(Events.InteractionCreate, turn)
  expect((await call(sandbox, 'GET', `/interactions/${body.id}`)).body.reply.content).toBe('page 4')
})
