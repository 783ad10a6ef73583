import type { APIAttachment, APIMessage, APIPoll, APIStickerItem, APIUser } from 'discord-api-types/v10'
import { MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10'
import { unknown } from '../errors.ts'
import type { UploadedFile } from '../http/router.ts'
import type { WorldChange } from './changes.ts'
import { type Guild, type GuildChannel, isTextBased, isThread } from './guild.ts'

/** A message as somebody writes it; the rest of the wire's message follows from it. */
export interface NewMessage
  extends Partial<Pick<APIMessage, 'embeds' | 'components' | 'flags' | 'type' | 'interaction_metadata' | 'nonce'>> {
  readonly content?: string
  readonly files?: readonly UploadedFile[]
  readonly stickers?: readonly APIStickerItem[]
  readonly poll?: APIPoll
  /** The id of the message in this channel that is answered. */
  readonly replyTo?: string
  readonly tts?: boolean
}

export type MessageEdit = Partial<Pick<APIMessage, 'content' | 'embeds' | 'components' | 'flags' | 'attachments'>> & {
  readonly files?: readonly UploadedFile[]
}

const NO_FLAGS = 0 as MessageFlags

/** The part of the world that messages stand in. */
interface MessagePlaces {
  newId(): string
  timestamp(): string
  user(id: string): APIUser
  guild(id: string): Guild
  channel(id: string): GuildChannel
  announce(change: WorldChange): void
}

/**
 * All messages of all channels, with the bytes of their attachments. Ephemeral ones are kept too, but nobody is told of
 * them: only the interaction they answer knows their id.
 */
export class Messages {
  /** Where attachments are served; known once the server listens. */
  attachmentBase = ''
  readonly #world: MessagePlaces
  readonly #byId = new Map<string, APIMessage>()
  readonly #files = new Map<string, UploadedFile>()
  /** Who reacted with what, by message. */
  readonly #reactions = new Map<string, Map<string, Set<string>>>()

  constructor(world: MessagePlaces) {
    this.#world = world
  }

  create(channelId: string, authorId: string, message: NewMessage): APIMessage {
    const channel = this.#world.channel(channelId)
    if (!isTextBased(channel)) throw unknown('Channel')
    const created = this.#compose(channelId, authorId, message)
    this.#byId.set(created.id, created)
    if (!isEphemeral(created)) this.#countIn(channel, created)
    this.#announce('message-created', created)
    return created
  }

  find(id: string): APIMessage | undefined {
    return this.#byId.get(id)
  }

  /** @throws DiscordError 10008 when the channel has no such message */
  get(channelId: string, id: string): APIMessage {
    const message = this.#byId.get(id)
    if (message?.channel_id !== channelId) throw unknown('Message')
    return message
  }

  /** The messages that everybody sees in a channel, oldest first. */
  list(channelId: string): APIMessage[] {
    return [...this.#byId.values()].filter((message) => message.channel_id === channelId && !isEphemeral(message))
  }

  edit(channelId: string, id: string, { files = [], ...changes }: MessageEdit): APIMessage {
    const message = this.get(channelId, id)
    const content = changes.content ?? message.content
    const edited = {
      ...message,
      ...changes,
      content,
      ...this.#mentions(channelId, content, message.referenced_message),
      attachments: [
        ...(changes.attachments ?? message.attachments),
        ...files.map((file) => this.keep(channelId, file)),
      ],
      edited_timestamp: this.#world.timestamp(),
    }
    this.#byId.set(id, edited)
    this.#announce('message-updated', edited)
    return edited
  }

  delete(channelId: string, id: string): void {
    const message = this.get(channelId, id)
    this.#byId.delete(id)
    this.#announce('message-deleted', message)
  }

  /** Adds somebody's reaction with a Unicode emoji. Only clients with the intent for reactions would be told. */
  react(channelId: string, id: string, userId: string, emoji: string): void {
    const message = this.get(channelId, id)
    const reactions = this.#reactions.get(id) ?? new Map<string, Set<string>>()
    this.#reactions.set(id, reactions)
    reactions.set(emoji, (reactions.get(emoji) ?? new Set()).add(userId))
    this.#byId.set(message.id, {
      ...message,
      reactions: Array.from(reactions, ([name, users]) => ({
        emoji: { id: null, name },
        count: users.size,
        count_details: { burst: 0, normal: users.size },
        me: false,
        me_burst: false,
        burst_colors: [],
      })),
    })
  }

  /** The bytes of an attachment. */
  file(attachmentId: string): UploadedFile | undefined {
    return this.#files.get(attachmentId)
  }

  /** Keeps the bytes and describes them as Discord does. */
  keep(channelId: string, file: UploadedFile): APIAttachment {
    const id = this.#world.newId()
    this.#files.set(id, file)
    const url = `${this.attachmentBase}/${channelId}/${id}/${encodeURIComponent(file.name)}`
    return {
      id,
      filename: file.name,
      size: file.data.length,
      content_type: file.contentType,
      url,
      proxy_url: url,
    }
  }

  #compose(channelId: string, authorId: string, message: NewMessage): APIMessage {
    const { content = '', files = [], stickers = [], replyTo, poll, interaction_metadata, nonce } = message
    const answered = replyTo === undefined ? undefined : this.get(channelId, replyTo)
    return {
      id: this.#world.newId(),
      channel_id: channelId,
      author: this.#world.user(authorId),
      type: message.type ?? (answered ? MessageType.Reply : MessageType.Default),
      content,
      timestamp: this.#world.timestamp(),
      edited_timestamp: null,
      tts: message.tts ?? false,
      pinned: false,
      ...this.#mentions(channelId, content, answered),
      attachments: files.map((file) => this.keep(channelId, file)),
      embeds: message.embeds ?? [],
      components: message.components ?? [],
      flags: message.flags ?? NO_FLAGS,
      ...(stickers.length > 0 && { sticker_items: [...stickers] }),
      ...(poll && { poll }),
      ...(interaction_metadata && { interaction_metadata }),
      ...(nonce !== undefined && { nonce }),
      ...(answered && {
        message_reference: { type: MessageReferenceType.Default, channel_id: channelId, message_id: answered.id },
        referenced_message: answered,
      }),
    }
  }

  #countIn(channel: GuildChannel, { id }: APIMessage): void {
    const counted = isThread(channel) ? { message_count: (channel.message_count ?? 0) + 1 } : {}
    const { channels } = this.#world.guild(channel.guild_id)
    channels.set(channel.id, Object.assign({ ...channel }, { last_message_id: id }, counted))
  }

  #announce(kind: 'message-created' | 'message-updated' | 'message-deleted', message: APIMessage): void {
    if (!isEphemeral(message)) this.#world.announce({ kind, guild: this.#guildOf(message.channel_id), message })
  }

  #mentions(channelId: string, content: string, answered: APIMessage | null | undefined) {
    const guild = this.#guildOf(channelId)
    const users = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => guild.members.get(id ?? '')?.user)
    const named = [...users, answered?.author].filter((user) => user !== undefined)
    const roles = [...content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id ?? '').filter((id) => guild.roles.has(id))
    return {
      mentions: [...new Map(named.map((user) => [user.id, user])).values()],
      mention_roles: [...new Set(roles)],
      mention_everyone: /@(everyone|here)\b/.test(content),
    }
  }

  #guildOf(channelId: string) {
    return this.#world.guild(this.#world.channel(channelId).guild_id)
  }
}

function isEphemeral({ flags = NO_FLAGS }: APIMessage): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0
}
