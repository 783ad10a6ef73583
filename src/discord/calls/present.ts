import type { Guild, VoiceState } from 'discord.js'

/**
 * Who Discord shows in a voice channel. Counted by voice states, which discord.js keeps all of: of large servers it does
 * not know every member, and a list of members would leave out people who listen.
 */
export function presentIn({ voiceStates }: Guild, channelId: string): VoiceState[] {
  return [...voiceStates.cache.filter((state) => state.channelId === channelId).values()]
}

/** How many people, not bots, are in a voice channel. Those of whom nothing is known count as people. */
export function listenersIn(guild: Guild, channelId: string): number {
  const { client } = guild
  return presentIn(guild, channelId).filter(({ id }) => !client.users.cache.get(id)?.bot).length
}
