import { type Client, Events, type Message, type VoiceState } from 'discord.js'
import type { Log } from '../../kernel/log.ts'
import type { Incoming } from '../../reader/incoming.ts'
import type { Move, Presence } from '../../reader/presence.ts'
import type { ChannelReader } from '../../reader/reader.ts'
import { incomingOf } from './incoming.ts'

/** Reports new, edited and deleted messages of servers; new ones only while `mayRead`. */
export function feedReader(client: Client, reader: ChannelReader, log: Log, mayRead: () => boolean): void {
  // Discord may send a message tomorrow that looks like none today; that must not end the process.
  const tell = (message: Message<true>, listener: (incoming: Incoming) => Promise<void>) => {
    try {
      void listener(incomingOf(message))
    } catch (error) {
      log.warn({ guildId: message.guildId, messageId: message.id, err: error }, 'a message was not understood')
    }
  }
  client.on(Events.MessageCreate, (message) => {
    if (message.inGuild() && mayRead()) tell(message, (incoming) => reader.receive(incoming))
  })
  client.on(Events.MessageUpdate, (_, message) => {
    // Messages that are not kept arrive whole, as Discord sends them with every update.
    if (message.inGuild() && !message.partial) tell(message, (incoming) => reader.edit(incoming))
  })
  client.on(Events.MessageDelete, ({ guildId, id }) => {
    if (guildId !== null) void reader.remove(guildId, [id])
  })
  client.on(Events.MessageBulkDelete, (messages, { guildId }) => void reader.remove(guildId, [...messages.keys()]))
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) void reader.forgetChannel(channel.guildId, channel.id)
  })
  client.on(Events.ThreadDelete, ({ guildId, id }) => void reader.forgetChannel(guildId, id))
}

/** Reports joins, moves and leaves in voice channels until the bot is stopping. */
export function feedPresence(client: Client, presence: Presence, stopping: AbortSignal): void {
  client.on(Events.VoiceStateUpdate, (before, after) => {
    if (before.channelId !== after.channelId && !stopping.aborted) void presence.moved(moveOf(before, after))
  })
}

function moveOf(before: VoiceState, { id, guild, member, channelId }: VoiceState): Move {
  return {
    guild: guild.id,
    user: id,
    name: member?.displayName ?? '',
    isBot: member?.user.bot ?? false,
    ...(before.channelId !== null && { from: before.channelId }),
    ...(channelId !== null && { to: channelId }),
  }
}
