import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NewMessage } from '@lector/loopback-discord'
import type { APIMessage } from 'discord-api-types/v10'
import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

type Person = Parameters<Stage['enter']>[0]

/** A word that is in every text of these tests, and must be nowhere else. */
const SECRET = 'marmalade'
const LONG = `${SECRET}, and then a rather long sentence which goes on and on, so that there is time to do something else.`

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open({}, { environment: { LECTOR_LOG_LEVEL: 'debug' } })
})
afterAll(() => stage?.close())
afterEach(async () => {
  await stage.command('mia', 'leave')
  for (const person of ['mia', 'tom', 'yuki'] as const) stage.leave(person)
})

const requests = () => stage.sandbox.speech.requests
/** What the speech service was asked to say from the moment of the call on. It is asked once for each text. */
const overhear = () => {
  const before = requests().length
  const said = () =>
    requests()
      .slice(before)
      .map(({ text }) => text)
  return {
    said,
    async until(count: number): Promise<string[]> {
      await stage.until(() => said().length >= count)
      return said()
    },
  }
}
const general = () => stage.sandbox.fixture.channels.general.id
const idOf = (person: Person) => stage.sandbox.fixture.people[person].id
const write = (person: Person, message: string | NewMessage, channelId = general()): APIMessage => {
  const written = typeof message === 'string' ? { content: message } : message
  return stage.sandbox.discord.world.messages.create(channelId, idOf(person), written)
}
const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
const click = async (person: Person, command: string, target: { messageId: string } | { userId: string }) => {
  const { channelId } = 'messageId' in target ? find(target.messageId) : { channelId: general() }
  const menu = stage.sandbox.discord.interactions.contextMenu({ userId: idOf(person), channelId, command, target })
  return (await menu.until(AbortSignal.timeout(5_000))).original?.content
}
const find = (id: string) => ({ channelId: stage.sandbox.discord.world.messages.find(id)!.channel_id })
const why = (message: APIMessage) => click('tom', 'Why was this (not) read?', { messageId: message.id })
/** Time enough for the bot to have asked for speech, had it wanted to. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300))

describe('a channel that is read', () => {
  beforeEach(async () => {
    await stage.enter('mia', 'lounge')
    await stage.enter('tom', 'lounge')
    expect(await answer('mia', 'read here')).toBe(`From now on I'll read <#${general()}> aloud in **lounge**.`)
  })

  it('is heard, with names, replies, mentions, stickers, attachments and polls', async () => {
    const { until } = overhear()
    const first = write('mia', `hello ${SECRET}`)
    await until(1)
    write('tom', { content: `yes <@${idOf('mia')}>`, replyTo: first.id })
    await until(2)
    write('tom', { files: [{ name: 'cat.png', contentType: 'image/png', data: Buffer.alloc(10) }] })
    await until(3)
    write('mia', { stickers: [{ id: '5', name: 'Wave', format_type: 1 }] })
    await until(4)
    const options = ['yes', 'no'].map((text, index) => ({ answer_id: index + 1, poll_media: { text } }))
    const poll = { question: { text: 'Tea?' }, answers: options, allow_multiselect: false, layout_type: 1, expiry: '' }
    write('mia', { poll })
    expect(await until(5)).toEqual([
      `Mia says: hello ${SECRET}`,
      'Tom, answering Mia: yes Mia',
      'Tom sends: image',
      'Mia sends: sticker Wave',
      'poll: Tea? options: yes or no',
    ])
    expect(stage.frames('tom').length).toBeGreaterThan(50)
  })

  it('is not read where people said so, and tells them why', async () => {
    const { said, until } = overhear()
    const silent = write('mia', { content: SECRET, flags: MessageFlags.SuppressNotifications })
    const absent = write('yuki', SECRET)
    const long = `once ${SECRET}, and then I went on for so long that nobody wants to hear it twice`
    const first = write('mia', long)
    const again = write('mia', long)
    await until(1)
    expect(await why(silent)).toBe('It was sent with `@silent`.')
    expect(await why(absent)).toMatch(/isn't in the voice channel with me/)
    expect(await why(again)).toMatch(/already sent the same text/)
    expect(await why(first)).toMatch(/being read right now|It was read/)
    expect(said()).toHaveLength(1)
  })

  it('is marked where it is dropped as a repeat, if the server wants that', async () => {
    const { until } = overhear()
    await stage.command('mia', 'server reading', { 'mark-repeats': true })
    for (const text of ['lol', 'lol', 'lol']) write('mia', text)
    const again = write('mia', 'lol')
    await until(1)
    await stage.until(() => stage.sandbox.discord.world.messages.find(again.id)?.reactions?.length === 1)
    expect(stage.sandbox.discord.world.messages.find(again.id)?.reactions?.[0]?.emoji.name).toBe('🔁')
    expect(await why(again)).toMatch(/three times in ten seconds/)
  })

  it('is heard as it is when its turn comes: edited, deleted, or ended in the middle', async () => {
    const { said, until } = overhear()
    const { messages } = stage.sandbox.discord.world
    const { finished } = stage
    const long = write('mia', LONG)
    const edited = write('mia', 'wrogn marmalade')
    const deleted = write('mia', 'a bad idea')
    await until(2)
    messages.edit(general(), edited.id, { content: 'right marmalade' })
    messages.delete(general(), deleted.id)
    await until(3)
    await stage.until(() => stage.hasSpeech('tom'))
    messages.delete(general(), long.id)
    await stage.until(() => stage.finished === finished + 2)
    expect(said()).toEqual([expect.stringContaining(SECRET), 'wrogn marmalade', 'right marmalade'])
    const spoken = requests().slice(-3)
    expect(stage.frames('tom').filter(({ silence }) => !silence).length).toBeLessThan(
      (spoken[0]!.pcm.length + spoken[2]!.pcm.length) / 960,
    )
    expect(await why(edited)).toBe('It was read.')
  })

  it('is not heard of people who do not want that, and again when they do', async () => {
    const { said, until } = overhear()
    expect(await click('tom', "Read this person / don't", { userId: idOf('tom') })).toMatch(
      /won't read your messages in this server/,
    )
    expect(await click('tom', "Read this person / don't", { userId: idOf('mia') })).toMatch(/Manage Server/)
    const unread = write('tom', SECRET)
    expect(await click('mia', 'Read aloud', { messageId: unread.id })).toBe('Its author has opted out of being read.')
    expect(await click('mia', "Read this person / don't", { userId: idOf('tom') })).toMatch(
      /I won't read messages from/,
    )
    expect(await click('tom', "Read this person / don't", { userId: idOf('tom') })).toMatch(
      /read your messages in this server again/,
    )
    expect(await why(unread)).toMatch(/opted out of being read/)
    const other = write('tom', `other ${SECRET}`)
    await aMoment()
    expect(await why(other)).toMatch(/excluded its author/)
    expect(await click('mia', "Read this person / don't", { userId: idOf('tom') })).toMatch(
      /I'll read messages from .* again/,
    )
    expect(said()).toEqual([])
    write('tom', `third ${SECRET}`)
    expect(await until(1)).toEqual([`Tom says: third ${SECRET}`])
  })

  it('fetches nothing that people point to', async () => {
    const visitors: string[] = []
    const server = createServer((request, response) => {
      visitors.push(request.url ?? '')
      response.end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const link = `http://127.0.0.1:${(server.address() as AddressInfo).port}/picture.png`
    const { until } = overhear()
    write('mia', `see ${link} [there](${link}) ${SECRET}`)
    const [said] = await until(1)
    expect(said).toMatch(/^Mia says: see link/)
    await stage.listen('tom')
    server.close()
    expect(visitors).toEqual([])
  })

  it('includes its threads, and no other channel, until it is no longer read', async () => {
    const { world } = stage.sandbox.discord
    const guild = stage.sandbox.fixture.guild.id
    const thread = world.addChannel(guild, { type: ChannelType.PublicThread, name: 'deeper', parentId: general() })
    const other = world.addChannel(guild, { type: ChannelType.GuildText, name: 'other' })
    const { said, until } = overhear()
    const elsewhere = write('mia', SECRET, other.id)
    write('mia', `in a thread ${SECRET}`, thread.id)
    expect(await until(1)).toEqual([`Mia says: in a thread ${SECRET}`])
    expect(await why(elsewhere)).toMatch(/I don't read this channel/)
    expect(await answer('mia', 'read list')).toMatch(/<#\d+> in <#\d+>$/)
    expect(await answer('mia', 'read stop')).toMatch(/no longer read/)
    expect(await answer('mia', 'read stop')).toMatch(/nothing changed/)
    expect(await answer('mia', 'read list')).toMatch(/don't read any text channel yet/)
    write('mia', `too late ${SECRET}`)
    await aMoment()
    expect(said()).toHaveLength(1)
  })

  it('is spoken in the language of the server and of the words', async () => {
    await stage.command('mia', 'server announce', { language: 'de' })
    const { until } = overhear()
    write('tom', 'Ich habe heute Morgen leider keine Zeit gehabt.')
    await until(1)
    write('mia', 'I have no time this morning either, sorry about that.')
    expect(await until(2)).toEqual([
      'Tom sagt: Ich habe heute Morgen leider keine Zeit gehabt.',
      'Mia says: I have no time this morning either, sorry about that.',
    ])
    expect(
      requests()
        .slice(-2)
        .map(({ language }) => language),
    ).toEqual(['German', 'English'])
    await stage.command('mia', 'server announce', { language: 'en' })
  })
})

describe('/read here', () => {
  const readHere = async (options = {}) => await answer('mia', 'read here', options)

  it('says what stands in the way', async () => {
    expect(await readHere()).toMatch(/Join a voice channel first/)
    await expect(stage.command('tom', 'read here')).rejects.toThrow(/not offered/)
    const { discord, fixture } = stage.sandbox
    const deny = { id: fixture.bot.user.id, type: 1, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) }
    discord.world.updateChannel(general(), { permission_overwrites: [deny] })
    await stage.enter('mia', 'lounge')
    expect(await readHere()).toMatch(/\*\*View Channel\*\* permission in \*\*<#\d+>\*\*/)
    discord.world.updateChannel(general(), { permission_overwrites: [] })
  })

  it('links to another voice channel without going there, and forgets channels that are gone', async () => {
    const { discord, fixture } = stage.sandbox
    const attic = discord.world.addChannel(fixture.guild.id, { type: ChannelType.GuildVoice, name: 'attic' })
    await aMoment()
    expect(await readHere({ voice: attic.id })).toMatch(/whenever I'm in \*\*attic\*\*/)
    expect(await answer('mia', 'read list')).toContain(`<#${attic.id}>`)
    discord.world.removeChannel(attic.id)
    await aMoment()
    expect(await answer('mia', 'read list')).toMatch(/don't read any text channel yet/)
  })
})

describe('a message', () => {
  it('is read on request, with those after it, in the channel of whoever asks', async () => {
    await stage.enter('tom', 'lounge')
    const wanted = write('ana', `wanted ${SECRET}`)
    const first = write('yuki', `first ${SECRET}`)
    write('ana', `second ${SECRET}`)
    const { until } = overhear()
    expect(await click('mia', 'Read aloud', { messageId: wanted.id })).toMatch(/Join a voice channel first/)
    expect(await click('tom', 'Read aloud', { messageId: wanted.id })).toBe('Reading it in **lounge**.')
    expect(await until(1)).toEqual([`Ana says: wanted ${SECRET}`])
    expect(await click('tom', 'Read from here', { messageId: first.id })).toBe('Reading 2 messages in **lounge**.')
    expect((await until(3)).slice(1)).toEqual([`Yuki says: first ${SECRET}`, `Ana says: second ${SECRET}`])

    const { discord, fixture } = stage.sandbox
    const deny = { id: fixture.bot.user.id, type: 1, allow: '0', deny: String(PermissionFlagsBits.ReadMessageHistory) }
    discord.world.updateChannel(general(), { permission_overwrites: [deny] })
    expect(await click('tom', 'Read from here', { messageId: first.id })).toMatch(/\*\*Read Message History\*\*/)
    discord.world.updateChannel(general(), { permission_overwrites: [] })
  })

  it('is not read on request when its author has a role by now that is not read', async () => {
    const { world } = stage.sandbox.discord
    const { guild } = stage.sandbox.fixture
    const role = world.addRole(guild.id, { name: 'Quiet' })
    await stage.enter('tom', 'lounge')
    const written = write('ana', `quiet ${SECRET}`)
    world.updateMember(guild.id, idOf('ana'), { roles: [role.id], nick: 'Annie' })
    await stage.command('mia', 'server roles', { role: role.id, rule: 'ignored' })
    const { until } = overhear()
    expect(await click('tom', 'Read aloud', { messageId: written.id })).toMatch(/has a role that I don't read here/)
    expect(await why(written)).toMatch(/has a role that I don't read here/)
    const other = write('yuki', `loud ${SECRET}`)
    expect(await click('tom', 'Read from here', { messageId: written.id })).toMatch(
      /^Reading 1 message in .* \(1 skipped\)/,
    )
    expect(await until(1)).toEqual([expect.stringContaining('loud')])
    expect(await why(other)).toMatch(/being read|It was read/)
    await stage.command('mia', 'server roles', { role: role.id, rule: 'none' })
    expect(await click('tom', 'Read aloud', { messageId: written.id })).toBe('Reading it in **lounge**.')
    expect((await until(2))[1]).toBe(`Annie says: quiet ${SECRET}`)
    world.updateMember(guild.id, idOf('ana'), { roles: [], nick: null })
  })
})

describe('twenty messages of one person', () => {
  it('are all read when somebody asks for them', async () => {
    await stage.enter('tom', 'lounge')
    await stage.command('tom', 'join')
    const written = Array.from({ length: 20 }, (_, index) => write('ana', `${SECRET} ${index + 1}`))
    const answered = await click('tom', 'Read from here', { messageId: written[0]!.id })
    expect(answered).toBe('Reading 20 messages in **lounge**.')
    const outcomes = await Promise.all(written.map(why))
    expect(outcomes).toEqual(outcomes.map(() => expect.stringMatching(/waiting to be read/)))
  })

  it('are as many as the answer says where fewer may wait', async () => {
    await stage.command('mia', 'server limits', { queue: 6 })
    await stage.enter('tom', 'lounge')
    const written = Array.from({ length: 20 }, (_, index) => write('ana', `${SECRET} ${index + 1}`))
    const answered = await click('tom', 'Read from here', { messageId: written[0]!.id })
    const claimed = Number(/^Reading (\d+) messages/.exec(answered ?? '')?.[1])
    const outcomes = await Promise.all(written.map(why))
    expect(claimed).toBe(outcomes.filter((outcome) => !/too many messages were waiting/.test(outcome ?? '')).length)
    expect(claimed).toBeLessThan(10)
    await stage.command('mia', 'server reset', { setting: 'limits' })
  })
})

describe('the chat of a voice channel', () => {
  it('is read there without being asked', async () => {
    const { lounge, workshop } = stage.sandbox.fixture.channels
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'join')
    const { said, until } = overhear()
    write('mia', `not here ${SECRET}`, workshop.id)
    write('mia', `here ${SECRET}`, lounge.id)
    expect(await until(1)).toEqual([`Mia says: here ${SECRET}`])
    expect(said()).toHaveLength(1)
  })
})

describe('presence', () => {
  it('is told who comes and goes, left when it is empty, and come back to', async () => {
    const { world } = stage.sandbox.discord
    const isThere = () => world.voiceStates.get(stage.sandbox.fixture.guild.id, stage.sandbox.fixture.bot.user.id)
    await stage.command('mia', 'server announce', { joins: true, leaves: true })
    await stage.command('mia', 'server limits', { 'alone-after': 1 })
    await stage.command('mia', 'server reading', { 'auto-join': true })
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'read here')
    const { until } = overhear()
    await stage.enter('tom', 'lounge')
    await until(1)
    stage.leave('tom')
    expect(await until(2)).toEqual(['Tom joined', 'Tom left'])
    stage.leave('mia')
    await stage.until(() => isThere() === undefined)
    await stage.enter('mia', 'lounge')
    await stage.until(() => isThere() !== undefined)
    await stage.command('mia', 'server announce', { joins: false, leaves: false })
    await stage.command('mia', 'server reading', { 'auto-join': false })
    await stage.command('mia', 'server limits', { 'alone-after': 60 })
  })

  it('follows a person, and others only for who manages the server', async () => {
    const { world } = stage.sandbox.discord
    const { guild, bot, channels } = stage.sandbox.fixture
    const place = () => world.voiceStates.get(guild.id, bot.user.id)?.channel_id
    await stage.enter('tom', 'lounge')
    expect(await answer('tom', 'follow', { person: idOf('mia') })).toMatch(/Manage Server/)
    expect(await answer('tom', 'follow')).toBe(`I'll follow <@${idOf('tom')}> between voice channels until I leave.`)
    await stage.enter('tom', 'workshop')
    await stage.until(() => place() === channels.workshop.id)
    expect(await answer('tom', 'follow')).toMatch(/no longer follow/)
    await stage.enter('tom', 'lounge')
    await aMoment()
    expect(place()).toBe(channels.workshop.id)
    expect(await answer('mia', 'follow', { person: idOf('tom') })).toMatch(/^I'll follow/)
    expect(place()).toBe(channels.lounge.id)
  })
})

// Last, because it looks at all that the tests before have written.
describe('discretion', () => {
  it('keeps what people write out of the log', async () => {
    await stage.enter('tom', 'lounge')
    const finished = stage.finished
    await stage.command('tom', 'say', { text: `Listen: ${SECRET}` })
    await stage.until(() => stage.finished > finished)
    expect(stage.log.filter((line) => line.includes('"msg":"utterance"')).length).toBeGreaterThan(0)
    expect(stage.log.filter((line) => line.includes(SECRET))).toEqual([])
  })

  it('writes nothing into channels but its greeting, and pings nobody', () => {
    const { messages } = stage.sandbox.discord.world
    const { bot, channels } = stage.sandbox.fixture
    const own = Object.values(channels)
      .flatMap(({ id }) => messages.list(id))
      .filter(({ author }) => author.id === bot.user.id)
    expect(own.map(({ content }) => content)).toEqual([expect.stringMatching(/^Hi, I'm Lector!/)])
    expect(own.flatMap(({ mentions }) => mentions)).toEqual([])
  })
})
