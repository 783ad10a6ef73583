import { GatewayOpcodes, type Guild } from 'discord.js'
import type { Clock } from '../../kernel/clock.ts'

/** How long Discord may take to confirm a leave, on top of the gateway's ping. */
const CONFIRMATION_MS = 300

/**
 * Leaves the channel that Discord shows the bot in; resolves when Discord confirms it, or no longer seems to.
 *
 * Discord answers a request (op 4) for the channel one is in already with nothing, or with half of what a new
 * connection needs, so coming back there takes a leave first, as JDA, discord.py, songbird and discordgo do.
 * https://github.com/discordjs/voice/pull/58
 */
export async function leaveFirst(guild: Guild, clock: Clock, signal: AbortSignal): Promise<void> {
  const { promise: confirmed, resolve } = Promise.withResolvers<void>()
  const deadline = new AbortController()
  // This adapter takes the place of the lost connection's, so nobody mistakes the leave for a removal.
  const adapter = guild.voiceAdapterCreator({
    onVoiceStateUpdate: ({ channel_id }) => {
      if (channel_id === null) resolve()
    },
    onVoiceServerUpdate: () => undefined,
    destroy: () => resolve(),
  })
  try {
    const d = { guild_id: guild.id, channel_id: null, self_mute: false, self_deaf: true }
    if (!adapter.sendPayload({ op: GatewayOpcodes.VoiceStateUpdate, d })) return
    const wait = CONFIRMATION_MS + Math.max(0, guild.client.ws.ping)
    const expired = clock.sleep(wait, AbortSignal.any([signal, deadline.signal])).catch(() => undefined)
    await Promise.race([confirmed, expired])
  } finally {
    deadline.abort()
    adapter.destroy()
  }
}

/** The voice channel that Discord shows the bot in. */
export function shownIn({ voiceStates, client }: Guild): string | undefined {
  return voiceStates.cache.get(client.user.id)?.channelId ?? undefined
}
