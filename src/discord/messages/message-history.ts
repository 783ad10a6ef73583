import { type Client, SnowflakeUtil } from 'discord.js'
import type { MessageHistory } from '../../reader/catch-up.ts'
import { fetchedIncoming } from './fetched-incoming.ts'

/** What Discord returns at most; nobody wants to hear more than that of two minutes. */
const LIMIT = 100

/** The messages of read channels and their threads, over REST. A channel that may not be read has none. */
export function messageHistory(client: Client): MessageHistory {
  return {
    async since(guildId, channels, since) {
      const guild = client.guilds.cache.get(guildId)
      if (!guild) return []
      const after = String(SnowflakeUtil.generate({ timestamp: since }))
      const places = guild.channels.cache.filter(
        (channel) => channels.includes(channel.id) || (channel.isThread() && channels.includes(channel.parentId ?? '')),
      )
      const found = await Promise.all(
        places.map(async (channel) => {
          if (!channel.isTextBased()) return []
          const messages = await channel.messages.fetch({ after, limit: LIMIT, cache: false }).catch(() => undefined)
          return [...(messages?.values() ?? [])]
        }),
      )
      const ordered = found
        .flat()
        .sort((one, other) => one.createdTimestamp - other.createdTimestamp || compareIds(one.id, other.id))
      return await fetchedIncoming(ordered)
    },
  }
}

function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1)
}
