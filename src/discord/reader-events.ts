import { type Client, Events, type VoiceState } from 'discord.js'
import type { Company, Move } from '../reader/company.ts'
import type { ChannelReader } from '../reader/reader.ts'
import { incomingOf } from './incoming.ts'

/** Tells the reader what is written, edited and deleted in servers. */
export function feedReader(client: Client, reader: ChannelReader): void {
  client.on(Events.MessageCreate, (message) => {
    if (message.inGuild()) void reader.receive(incomingOf(message))
  })
  client.on(Events.MessageUpdate, (_, message) => {
    // Messages that are not kept arrive whole, as Discord sends them with every update.
    if (message.inGuild() && !message.partial) void reader.edit(incomingOf(message))
  })
  client.on(Events.MessageDelete, ({ guildId, id }) => {
    if (guildId !== null) void reader.remove(guildId, [id])
  })
  client.on(Events.MessageBulkDelete, (messages, { guildId }) => void reader.remove(guildId, [...messages.keys()]))
}

/** Tells the company who comes to voice channels, changes between them and goes. */
export function feedCompany(client: Client, company: Company): void {
  client.on(Events.VoiceStateUpdate, (before, after) => {
    if (before.channelId !== after.channelId) void company.moved(moveOf(before, after))
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
