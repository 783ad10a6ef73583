import { type Guild, PermissionFlagsBits, type VoiceBasedChannel } from 'discord.js'
import { LectorError } from '../../kernel/errors.ts'
import { presentIn } from './present.ts'

const NEEDED = ['ViewChannel', 'Connect', 'Speak'] as const

/**
 * The voice channel, if the bot may enter it and speak. Discord gives no answer at all to a bot that may not, so this
 * is checked before asking; throws the `voice.*` error that names what is missing.
 */
export function voicePlace(guild: Guild, channelId: string): VoiceBasedChannel {
  const channel = guild.channels.cache.get(channelId)
  if (!channel?.isVoiceBased()) {
    throw new LectorError('voice.join-failed', { channel: `<#${channelId}>` }, 'the voice channel does not exist')
  }
  const me = guild.members.me
  if (!me) throw new LectorError('voice.join-failed', { channel: channel.name }, 'the bot is not in the server')
  if (me.isCommunicationDisabled()) {
    throw new LectorError('voice.timed-out-member', {}, 'the bot is timed out in this server')
  }
  const permissions = channel.permissionsFor(me)
  for (const permission of NEEDED) {
    if (!permissions.has(permission)) {
      const message = `cannot join voice channel: missing permission ${permission}`
      throw new LectorError('voice.missing-permission', { permission, channel: channel.name }, message)
    }
  }
  const present = presentIn(guild, channelId)
  const isInside = present.some(({ id }) => id === me.id)
  const isFull = channel.userLimit > 0 && present.length >= channel.userLimit && !isInside
  if (isFull && !permissions.has(PermissionFlagsBits.MoveMembers)) {
    const params = { channel: channel.name, limit: channel.userLimit }
    throw new LectorError('voice.channel-full', params, 'cannot join voice channel: it is full')
  }
  return channel
}
