import { ChannelType, type Guild } from 'discord.js'
import type { Log } from '../../kernel/log.ts'

/** True for a channel in which newcomers are audience until somebody lets them speak. */
export function isStage(guild: Guild | undefined, channelId: string): boolean {
  return guild?.channels.cache.get(channelId)?.type === ChannelType.GuildStageVoice
}

/**
 * Becomes a speaker on the stage the bot is in: by its own right where it may mute members, else by asking the
 * moderators. What comes of it arrives as the bot's own voice state.
 */
export async function askToSpeak(guild: Guild, log: Log): Promise<void> {
  const voice = guild.members.me?.voice
  try {
    await voice?.setSuppressed(false)
  } catch {
    try {
      await voice?.setRequestToSpeak(true)
    } catch (error) {
      log.info({ guildId: guild.id, err: error }, 'may not ask to speak on this stage')
    }
  }
}
