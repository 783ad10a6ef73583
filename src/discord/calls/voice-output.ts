import { type Client, Events, GatewayOpcodes, Status } from 'discord.js'
import type { VoicePresence } from '../../call/intents.ts'
import type { VoiceLinkObserver, VoiceOutput } from '../../call/link.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import { listenersIn } from './present.ts'
import { DiscordVoiceLink } from './voice-link.ts'
import { VoiceStateBudget } from './voice-state-budget.ts'

/** Voice links over @discordjs/voice, all under one budget of gateway messages. */
export function discordVoiceOutput(client: Client, clock: Clock, log: Log): VoiceOutput & VoicePresence {
  const budget = new VoiceStateBudget(clock)
  const links = new Set<DiscordVoiceLink>()
  client.on(Events.ShardReady, (shardId) => {
    for (const link of links) link.onShardReady(shardId)
  })
  return {
    open(guildId: string, observer: VoiceLinkObserver) {
      const onClose = (link: DiscordVoiceLink) => links.delete(link)
      const link = new DiscordVoiceLink({ client, guildId, observer, budget, clock, log, onClose })
      links.add(link)
      return link
    },
    shown() {
      const me = client.user?.id ?? ''
      return client.guilds.cache.filter(({ voiceStates }) => voiceStates.cache.get(me)?.channelId).map(({ id }) => id)
    },
    leave(guildId) {
      const guild = client.guilds.cache.get(guildId)
      if (guild?.shard.status !== Status.Ready) return
      budget.leave(guild.shardId)
      const state = { guild_id: guildId, channel_id: null, self_mute: false, self_deaf: false }
      guild.shard.send({ op: GatewayOpcodes.VoiceStateUpdate, d: state })
    },
  }
}

/** A voice channel's bitrate in bits per second; Discord's default when it is unknown. */
export function channelBitrate(client: Client, channelId: string): number {
  const channel = client.channels.cache.get(channelId)
  return channel?.isVoiceBased() ? channel.bitrate : 64_000
}

/** Whether a channel is there; undefined while its server is not known or not available. */
export function channelExists(client: Client, guildId: string, channelId: string): boolean | undefined {
  const guild = client.guilds.cache.get(guildId)
  return guild?.available ? guild.channels.cache.has(channelId) : undefined
}

export function isAgeRestricted(client: Client, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId)
  return channel?.isVoiceBased() === true && channel.nsfw
}

/** How many people, not bots, are in a voice channel. */
export function countListeners(client: Client, channelId: string): number {
  const channel = client.channels.cache.get(channelId)
  return channel?.isVoiceBased() ? listenersIn(channel.guild, channelId) : 0
}
