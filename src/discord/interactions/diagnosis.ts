import { generateDependencyReport, getVoiceConnection } from '@discordjs/voice'
import { type Guild, PermissionFlagsBits } from 'discord.js'
import { OPUS_BINDING } from '../../audio/opus.ts'
import type { Diagnosis } from '../../interactions/diagnosis.ts'
import { isLectorError, type LectorError } from '../../kernel/errors.ts'
import { isStage } from '../calls/stage.ts'
import { voicePlace } from '../calls/voice-place.ts'

export function diagnose(guild: Guild, voiceChannelId: string | undefined, textChannelId: string): Diagnosis {
  const connection = getVoiceConnection(guild.id)
  const ping = connection?.ping.ws
  return {
    obstacle: voiceChannelId === undefined ? undefined : obstacleIn(guild, voiceChannelId),
    stage: voiceChannelId !== undefined && isStage(guild, voiceChannelId),
    mayWrite: mayWrite(guild, textChannelId),
    gatewayPing: Math.max(0, guild.client.ws.ping),
    voice:
      connection?.state.status === 'ready'
        ? { ping: ping ?? 0, encrypted: Boolean(connection.voicePrivacyCode) }
        : undefined,
    encryption: encryptionVersion(),
    opus: OPUS_BINDING,
  }
}

/** Of the library that @discordjs/voice would use. */
export function encryptionVersion(): string | undefined {
  return /@snazzah\/davey: (\d\S*)/.exec(generateDependencyReport())?.[1]
}

function obstacleIn(guild: Guild, channelId: string): LectorError | undefined {
  try {
    voicePlace(guild, channelId)
    return undefined
  } catch (error) {
    if (isLectorError(error)) return error
    throw error
  }
}

function mayWrite(guild: Guild, channelId: string): boolean {
  const me = guild.members.me
  const permissions = me && guild.channels.cache.get(channelId)?.permissionsFor(me)
  return permissions?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) ?? false
}
