import type { Client } from 'discord.js'
import type { LeaveReason, SessionState } from '../../call/session.ts'
import type { VoiceSessions } from '../../call/sessions.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'
import { catalogueOf } from '../../i18n/catalogues.ts'
import { interfaceLanguageOf } from '../../i18n/interface-languages.ts'
import { errorSentence } from '../../i18n/sentence.ts'
import type { Clock } from '../../kernel/clock.ts'
import { type ErrorParams, isLectorError, type LectorError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import type { CommandMentions } from '../interactions/command-mentions.ts'

/** A connection that is back sooner is not worth a message. */
const TELL_AFTER_MS = 8_000
/** The same cause is told once in this time, however often the bot reconnects. */
const TELL_AGAIN_MS = 60 * 60_000
const DAY_MS = 24 * 60 * 60_000

export interface NoticesOptions {
  readonly client: Client
  readonly sessions: VoiceSessions
  readonly mentions: CommandMentions
  readonly clock: Clock
  readonly log: Log
}

interface Place {
  readonly voiceChannelId: string
  /** Where people last spoke to the bot; until then the voice channel's own chat. */
  readonly textChannelId: string
  readonly status: SessionState['status']
  /** The bot was there in this session, so people miss it when it goes. */
  readonly wasThere: boolean
  /** When it began to recover, if it does. */
  readonly since: number
}

/**
 * Tells a server, in its language and once per cause and hour, why the bot fell silent or went away without being asked.
 * A join that fails is told to the person who asked for it.
 */
export function announceVoiceTroubles({ client, sessions, mentions, clock, log }: NoticesOptions): void {
  const places = new Map<string, Place>()
  const told = new Map<string, number>()

  sessions.on('state', (guildId, state) => {
    const before = places.get(guildId)
    if (state.status === 'left') {
      places.delete(guildId)
      if (before?.wasThere) void tell(guildId, before, causeOf(state.reason), (place) => farewell(state.reason, place))
      return
    }
    const textChannelId = sessions.get(guildId)?.textChannelId ?? state.channelId
    const wasThere = before?.wasThere || state.status !== 'joining'
    const isRecovering = state.status === 'recovering'
    const since = isRecovering && before?.status === 'recovering' ? before.since : clock.now()
    const place = { voiceChannelId: state.channelId, textChannelId, status: state.status, wasThere, since }
    places.set(guildId, place)
    if (state.status === 'waiting' && before?.status !== 'waiting') {
      const { for: hold } = state
      void tell(guildId, place, hold, ({ replies, channel }) => replies.holds[hold](channel))
    }
    if (isRecovering && state.trouble && clock.now() - since >= TELL_AFTER_MS) {
      const { trouble } = state
      void tell(guildId, place, CONNECTION, (words) => recovering(trouble, words))
    }
  })

  // The author of a message that is read gets no answer, so a budget that is used up is told to all, once a day.
  sessions.on('spoken', (guildId, { outcome }) => {
    const place = places.get(guildId)
    if (!place || outcome.kind !== 'failed' || !isLectorError(outcome.error)) return
    const { error } = outcome
    if (error.code !== 'speech.budget') return
    const { scope } = error.params as ErrorParams['speech.budget']
    if (scope.startsWith('member')) return
    void tell(guildId, place, `budget ${scope}`, (words) => errorSentence(error, words), DAY_MS)
  })

  async function tell(
    guildId: string,
    place: Place,
    cause: string | undefined,
    word: (words: Words) => string | undefined,
    tellAgain = TELL_AGAIN_MS,
  ): Promise<void> {
    const guild = client.guilds.cache.get(guildId)
    if (!guild || cause === undefined || !isNews(`${guildId} ${cause}`, tellAgain)) return
    const texts = catalogueOf(interfaceLanguageOf(guild.preferredLocale))
    const content = word({ ...texts, channel: `<#${place.voiceChannelId}>` })
    const channel = guild.channels.cache.get(place.textChannelId) ?? guild.channels.cache.get(place.voiceChannelId)
    if (content === undefined || !channel?.isTextBased()) return
    try {
      await channel.send({ content: mentions.in(content), allowedMentions: { parse: [] } })
    } catch (error) {
      log.info({ guildId, err: error }, 'a notice could not be posted')
    }
  }

  function isNews(cause: string, tellAgain: number): boolean {
    const now = clock.now()
    for (const [known, until] of told) if (now >= until) told.delete(known)
    if (told.has(cause)) return false
    told.set(cause, now + tellAgain)
    return true
  }
}

const CONNECTION = 'connection'

/** Undefined for what needs no notice. */
function causeOf(reason: LeaveReason): string | undefined {
  if (reason.kind === 'asked' || reason.kind === 'stopping') return undefined
  if (reason.kind === 'failed') return CONNECTION
  return reason.loss.kind === 'closed' ? `closed with ${reason.loss.code}` : reason.loss.kind
}

function recovering(trouble: LectorError, words: Words): string {
  const sentence = words.replies.recovering(words.channel)
  return trouble.code === 'voice.udp-blocked' ? `${sentence} ${errorSentence(trouble, words)}` : sentence
}

interface Words extends Catalogue {
  readonly channel: string
}

function farewell(reason: LeaveReason, words: Words): string | undefined {
  const { channel, replies } = words
  switch (reason.kind) {
    case 'asked':
    case 'stopping':
      return undefined
    case 'lost':
      return reason.loss.kind === 'removed' ? replies.removed(channel) : replies.connectionLost(channel)
    case 'failed':
      return `${replies.comingBack(channel)} ${errorSentence(reason.error, words)}`
  }
}
