import { type Client, Events } from 'discord.js'
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
