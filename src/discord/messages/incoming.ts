import { extname } from 'node:path'
import {
  type Attachment as DiscordAttachment,
  type Embed as DiscordEmbed,
  type Message as DiscordMessage,
  type Guild,
  MessageFlags,
  type MessageSnapshot,
  MessageType,
  type User,
} from 'discord.js'
import type { Author, Incoming } from '../../reader/incoming.ts'
import type { Attachment, Embed, Lookups, Message, Snapshot } from '../../text/message.ts'
import { picturesOfComponents, wordsOfComponents } from './component-words.ts'
import { lookupsIn } from './lookups.ts'

/** A message of a server as plain data. Takes what the event brought and what is known already: nothing is fetched. */
export function incomingOf(message: DiscordMessage<true>): Incoming {
  const { id, guildId, channelId, channel, createdTimestamp, mentions } = message
  const parent = channel.isThread() ? channel.parent : undefined
  return {
    id,
    guild: guildId,
    channel: channelId,
    ...(parent && { parent: parent.id }),
    author: authorOf(message),
    ...(isReply(message) && mentions.repliedUser && { answering: mentions.repliedUser.id }),
    kind: kindOf(message),
    silent: message.flags.has(MessageFlags.SuppressNotifications),
    ageRestricted: isAgeRestricted(parent ?? channel),
    writtenAt: createdTimestamp,
    message: contentOf(message),
  }
}

function authorOf({ author, member, client, webhookId }: DiscordMessage<true>): Author {
  const kind = author.id === client.user.id ? 'self' : webhookId !== null ? 'webhook' : author.bot ? 'bot' : 'person'
  const voiceChannel = member?.voice.channelId
  return {
    id: author.id,
    kind,
    roles: member ? [...member.roles.cache.keys()] : [],
    ...(voiceChannel && { voiceChannel }),
    muted: member?.voice.serverMute ?? false,
  }
}

function kindOf({ type, system, interactionMetadata }: DiscordMessage): Incoming['kind'] {
  if (system) return 'system'
  const isCommand = type === MessageType.ChatInputCommand || type === MessageType.ContextMenuCommand
  return isCommand || interactionMetadata !== null ? 'command' : 'message'
}

function isReply({ type }: DiscordMessage): boolean {
  return type === MessageType.Reply
}

function isAgeRestricted(channel: object): boolean {
  return 'nsfw' in channel && channel.nsfw === true
}

function contentOf(message: DiscordMessage<true>): Message {
  const { guild, author, mentions, poll, messageSnapshots } = message
  const isWebhook = message.webhookId !== null
  return {
    ...bodyOf(message, guild),
    author: isWebhook ? author.displayName : nameIn(guild, author),
    ...(isReply(message) && mentions.repliedUser && { answering: nameIn(guild, mentions.repliedUser) }),
    ...(poll && {
      poll: {
        question: poll.question.text ?? '',
        answers: poll.answers.map(({ text }) => text ?? '').filter((text) => text !== ''),
      },
    }),
    ...(messageSnapshots.size > 0 && { forwards: messageSnapshots.map((snapshot) => bodyOf(snapshot, guild)) }),
  }
}

function bodyOf(message: DiscordMessage | MessageSnapshot, guild: Guild): Snapshot {
  const { attachments, stickers, embeds, components = [] } = message
  // Messages of components have no other text.
  const content = [message.content ?? '', ...wordsOfComponents(components)].filter((text) => text !== '').join('\n\n')
  const pictures = attachments.size > 0 ? attachments.map(attachmentOf) : picturesOfComponents(components)
  const withWords = embeds.map(embedOf).filter((embed) => Object.keys(embed).length > 0)
  return {
    content,
    ...(pictures.length > 0 && { attachments: pictures }),
    ...(stickers.size > 0 && { stickers: stickers.map(({ name }) => name) }),
    ...(withWords.length > 0 && { embeds: withWords }),
    lookups: lookupsOf(message, content, guild),
  }
}

function embedOf({ author, title, description, fields, footer }: DiscordEmbed): Embed {
  return {
    ...(author?.name && { author: author.name }),
    ...(title && { title }),
    ...(description && { description }),
    ...(fields.length > 0 && { fields: fields.map(({ name, value }) => ({ name, value })) }),
    ...(footer?.text && { footer: footer.text }),
  }
}

function attachmentOf({ name, title, contentType, duration, spoiler }: DiscordAttachment): Attachment {
  return {
    kind: attachmentKind(contentType, duration),
    // The title has the letters that Discord takes out of names.
    name: title === null ? name : title + extname(name),
    ...(duration !== null && { durationMs: duration * 1000 }),
    // A flag since 2025, and a name since ever.
    ...((spoiler || name.startsWith('SPOILER_')) && { spoiler: true }),
  }
}

/** Discord gives the length of what was recorded in its client, and of nothing else. */
function attachmentKind(contentType: string | null, duration: number | null): Attachment['kind'] {
  const [type] = contentType?.split('/') ?? []
  if (type === 'audio') return duration === null ? 'audio' : 'voice-message'
  return type === 'image' || type === 'video' ? type : 'file'
}

function lookupsOf({ mentions }: DiscordMessage | MessageSnapshot, content: string, guild: Guild): Lookups {
  const named = <T extends { readonly id: string; readonly name: string }>({ id, name }: T) => [id, name] as const
  return {
    users: new Map(mentions.users.map((user) => [user.id, nameIn(guild, user)])),
    roles: new Map(mentions.roles.map(named)),
    channels: lookupsIn(content, guild).channels,
  }
}

/** What members see: the nickname in the server, else the display name. */
function nameIn(guild: Guild, user: User): string {
  return guild.members.cache.get(user.id)?.displayName ?? user.displayName
}
