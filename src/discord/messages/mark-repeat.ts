import { type Client, Routes } from 'discord.js'
import type { Log } from '../../kernel/log.ts'
import type { Incoming } from '../../reader/incoming.ts'

/** What the author of a dropped repeat sees under the message. */
const SIGN = '🔁'

/** Shows authors that a message was dropped as a repeat. Needs the permission to add reactions; without it, nothing is shown. */
export function repeatMarker(client: Client, log: Log): (incoming: Incoming) => void {
  return ({ guild, channel, id }) => {
    const route = Routes.channelMessageOwnReaction(channel, id, encodeURIComponent(SIGN))
    client.rest.put(route).catch((error: unknown) => {
      log.debug({ guildId: guild, messageId: id, err: error }, 'a repeat could not be marked')
    })
  }
}
