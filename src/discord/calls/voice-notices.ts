import type { Client } from 'discord.js'
import type { SessionState } from '../../call/session.ts'
import type { VoiceSessions } from '../../call/sessions.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'
import { catalogueOf } from '../../i18n/catalogues.ts'
import { interfaceLanguageOf } from '../../i18n/interface-languages.ts'
import { errorSentence } from '../../i18n/sentence.ts'
import type { Log } from '../../kernel/log.ts'

interface Place {
  readonly voiceChannelId: string
  /** Where people talk to the bot; the voice channel's own chat until somebody has. */
  readonly textChannelId: string
  readonly status: SessionState['status']
  /** People have had the bot in this session, and miss it when it goes. */
  readonly wasThere: boolean
}

/**
 * Tells a server, once and in its language, why the bot fell silent or went away without being asked. A join that fails
 * is told to the one who asked for it.
 */
export function announceVoiceTroubles(client: Client, sessions: VoiceSessions, log: Log): void {
  const places = new Map<string, Place>()

  sessions.on('state', (guildId, state) => {
    const before = places.get(guildId)
    if (state.status === 'left') {
      places.delete(guildId)
      if (before?.wasThere) void tell(guildId, before, (place) => farewell(state.reason, place))
      return
    }
    const textChannelId = sessions.get(guildId)?.textChannelId ?? state.channelId
    const wasThere = before?.wasThere || state.status !== 'joining'
    const place = { voiceChannelId: state.channelId, textChannelId, status: state.status, wasThere }
    places.set(guildId, place)
    if (state.status === 'waiting' && before?.status !== 'waiting') {
      const { for: hold } = state
      void tell(guildId, place, ({ replies, channel }) => replies.holds[hold](channel))
    }
  })

  async function tell(guildId: string, place: Place, word: (words: Words) => string | undefined): Promise<void> {
    const guild = client.guilds.cache.get(guildId)
    if (!guild) return
    const texts = catalogueOf(interfaceLanguageOf(guild.preferredLocale))
    const content = word({ ...texts, channel: `<#${place.voiceChannelId}>` })
    const channel = guild.channels.cache.get(place.textChannelId) ?? guild.channels.cache.get(place.voiceChannelId)
    if (content === undefined || !channel?.isTextBased()) return
    try {
      await channel.send({ content, allowedMentions: { parse: [] } })
    } catch (error) {
      log.info({ guildId, err: error }, 'a notice could not be posted')
    }
  }
}

interface Words extends Catalogue {
  readonly channel: string
}

function farewell(
  reason: Extract<SessionState, { readonly status: 'left' }>['reason'],
  words: Words,
): string | undefined {
  const { channel, replies } = words
  switch (reason.kind) {
    case 'asked':
    case 'stopping':
      return undefined
    case 'lost':
      return reason.loss.kind === 'removed' ? replies.removed(channel) : replies.connectionLost(channel)
    case 'failed':
      return `${replies.connectionLost(channel)} ${errorSentence(reason.error, words)}`
  }
}
