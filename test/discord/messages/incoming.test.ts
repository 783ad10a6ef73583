import { AttachmentFlags, Client, type Message, MessageFlags, MessageReferenceType, MessageType } from 'discord.js'
import { afterAll, describe, expect, it } from 'vitest'
import { incomingOf } from '../../../src/discord/messages/incoming.ts'
import { NO_LOOKUPS } from '../../../src/text/message.ts'

const GUILD = '100'
const GENERAL = '200'
const THREAD = '201'
const LOUNGE = '300'
const ROLE = '400'
const BOT = '1'
const MIA = { id: '2', username: 'mia', global_name: 'Mia', discriminator: '0', avatar: null }
const TOM = { id: '3', username: 'tom', global_name: null, discriminator: '0', avatar: null }

/** discord.js as it is, told of a server by hand in place of a gateway. */
const client = new Client({ intents: [] })
const inside = client as unknown as {
  user: object
  users: { _add(data: object): object }
  guilds: { _add(data: object): object }
  channels: { cache: Map<string, { messages: { _add(data: object, cache: boolean): Message<true> } }> }
}
inside.user = inside.users._add({ ...MIA, id: BOT, bot: true })
inside.guilds._add({
  id: GUILD,
  name: 'The Harbour',
  roles: [
    { id: GUILD, name: '@everyone', permissions: '0' },
    { id: ROLE, name: 'Crew', permissions: '0' },
  ],
  channels: [
    { id: GENERAL, type: 0, name: 'general', nsfw: true, guild_id: GUILD },
    { id: LOUNGE, type: 2, name: 'lounge', guild_id: GUILD },
  ],
  threads: [{ id: THREAD, type: 11, name: 'deeper', parent_id: GENERAL, guild_id: GUILD, thread_metadata: {} }],
  members: [{ user: TOM, nick: 'Tommy', roles: [ROLE] }],
  voice_states: [{ user_id: TOM.id, channel_id: LOUNGE, mute: true, deaf: false }],
})
afterAll(() => client.destroy())

let last = 900n
function read(data: object, channel = LOUNGE) {
  last += 1n
  const raw = {
    id: String(last << 22n),
    channel_id: channel,
    guild_id: GUILD,
    type: MessageType.Default,
    content: '',
    author: MIA,
    member: { roles: [], nick: null },
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags: 0,
    ...data,
  }
  return incomingOf(inside.channels.cache.get(channel)!.messages._add(raw, false))
}

describe('a message of discord.js', () => {
  it('says who wrote it and where, with nickname, roles and voice', () => {
    expect(read({ content: 'hello', author: TOM, member: { nick: 'Tommy', roles: [ROLE] } })).toMatchObject({
      guild: GUILD,
      channel: LOUNGE,
      author: { id: TOM.id, kind: 'person', roles: expect.arrayContaining([ROLE]), voiceChannel: LOUNGE, muted: true },
      kind: 'message',
      silent: false,
      ageRestricted: false,
      message: { content: 'hello', author: 'Tommy', lookups: NO_LOOKUPS },
    })
  })

  it.each([
    ['this bot', { author: { ...MIA, id: BOT, bot: true } }, { author: { kind: 'self' } }],
    ['another bot', { author: { ...MIA, id: '7', bot: true } }, { author: { kind: 'bot' } }],
    [
      'a webhook, in its own name',
      { author: { id: '8', username: 'Ash', discriminator: '0000', avatar: null, bot: true }, webhook_id: '8' },
      { author: { kind: 'webhook' }, message: { author: 'Ash' } },
    ],
    ['Discord itself', { type: MessageType.ChannelPinnedMessage }, { kind: 'system' }],
    ['an answer to a command', { type: MessageType.ChatInputCommand }, { kind: 'command' }],
    ['somebody silent', { flags: MessageFlags.SuppressNotifications }, { silent: true }],
  ])('tells %s', (_, data, expected) => {
    expect(read(data)).toMatchObject(expected)
  })

  it('names the channel of a thread, and knows that it is age-restricted', () => {
    expect(read({ content: 'x' }, THREAD)).toMatchObject({ channel: THREAD, parent: GENERAL, ageRestricted: true })
  })

  it('knows whom it answers, and what the ids in it stand for', () => {
    const reply = read({
      type: MessageType.Reply,
      content: `<@${TOM.id}> <@&${ROLE}> <#${GENERAL}> <#99>`,
      mentions: [{ ...TOM, member: { nick: 'Tommy', roles: [] } }],
      mention_roles: [ROLE],
      message_reference: { message_id: '5', channel_id: LOUNGE, guild_id: GUILD },
      referenced_message: { id: '5', channel_id: LOUNGE, author: TOM, type: 0, content: '', mentions: [] },
    })
    expect(reply).toMatchObject({ answering: TOM.id, message: { answering: 'Tommy' } })
    expect(reply.message.lookups).toEqual({
      users: new Map([[TOM.id, 'Tommy']]),
      roles: new Map([[ROLE, 'Crew']]),
      channels: new Map([[GENERAL, 'general']]),
    })
  })

  it('carries what hangs on it', () => {
    const file = (id: number) => ({ id: `${id}`, size: 1, url: '', proxy_url: '' })
    const { message } = read({
      attachments: [
        { ...file(1), filename: 'cat.png', content_type: 'image/png' },
        { ...file(2), filename: 'SPOILER_end.mp4', content_type: 'video/mp4' },
        { ...file(6), filename: 'end.mp4', content_type: 'video/mp4', flags: AttachmentFlags.IsSpoiler },
        { ...file(3), filename: 'voice-message.ogg', content_type: 'audio/ogg', duration_secs: 2.5, waveform: '' },
        { ...file(4), filename: 'song.mp3', content_type: 'audio/mpeg' },
        { ...file(5), filename: 'notes__.pdf', title: 'notes ☂ 1.2' },
      ],
      sticker_items: [{ id: '6', name: 'Wave', format_type: 1 }],
      embeds: [{ title: 'A page' }, { description: 'without a title' }],
      poll: {
        question: { text: 'Tea?' },
        answers: [
          { answer_id: 1, poll_media: { text: 'yes' } },
          { answer_id: 2, poll_media: { text: 'no' } },
        ],
        expiry: null,
        allow_multiselect: false,
        layout_type: 1,
      },
    })
    expect(message).toMatchObject({
      attachments: [
        { kind: 'image', name: 'cat.png' },
        { kind: 'video', name: 'SPOILER_end.mp4', spoiler: true },
        { kind: 'video', name: 'end.mp4', spoiler: true },
        { kind: 'voice-message', name: 'voice-message.ogg', durationMs: 2_500 },
        { kind: 'audio', name: 'song.mp3' },
        { kind: 'file', name: 'notes ☂ 1.2.pdf' },
      ],
      stickers: ['Wave'],
      embeds: [{ title: 'A page' }, { description: 'without a title' }],
      poll: { question: 'Tea?', answers: ['yes', 'no'] },
    })
  })

  it.each([
    ['another server', '12345'],
    ['a channel here', GENERAL],
  ])('carries what it forwards from %s', (_, channelId) => {
    const { message, answering } = read({
      message_reference: { type: MessageReferenceType.Forward, message_id: '5', channel_id: channelId },
      message_snapshots: [
        {
          message: {
            content: `look <@${TOM.id}>`,
            type: 0,
            mentions: [TOM],
            mention_roles: [],
            attachments: [{ id: '9', filename: 'cat.png', content_type: 'image/png', size: 1, url: '', proxy_url: '' }],
            embeds: [],
            timestamp: new Date().toISOString(),
            edited_timestamp: null,
            flags: 0,
          },
        },
      ],
    })
    expect(answering).toBeUndefined()
    expect(message).toMatchObject({
      content: '',
      forwards: [{ content: `look <@${TOM.id}>`, attachments: [{ kind: 'image' }] }],
    })
    expect(message.forwards?.[0]?.lookups.users.get(TOM.id)).toBe('Tommy')
  })
})
