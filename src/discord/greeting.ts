import { type Client, Events, type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js'
import { catalogueOf } from '../i18n/catalogues.ts'
import { interfaceLanguageOf } from '../i18n/interface-languages.ts'
import { RUN } from '../interactions/reply.ts'
import type { Log } from '../kernel/log.ts'
import type { CommandMentions } from './interactions/command-mentions.ts'
import { replyPayload } from './interactions/reply-payload.ts'

/** An invitation that was used while the bot was off is greeted at its start, but not after a day. */
const FRESH_MS = 24 * 60 * 60 * 1000
/** Where the bot was online before, its greeting is among the last messages. */
const LOOKED_BACK = 50
const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]

export interface GreetingOptions {
  readonly client: Client
  readonly mentions: CommandMentions
  readonly log: Log
}

/** Posts one message in each server that the bot joins: what it does, and three buttons. Nobody gets a direct message. */
export function greetServers({ client, mentions, log }: GreetingOptions, mayAct: () => boolean) {
  client.on(Events.GuildCreate, (guild) => {
    log.info({ guildId: guild.id }, 'joined a server')
    if (mayAct()) void greet(guild)
  })
  return {
    /** To be called once the bot is online and its commands have ids. */
    async greetMissed(): Promise<void> {
      for (const guild of client.guilds.cache.values()) {
        if (Date.now() - (guild.members.me?.joinedTimestamp ?? 0) < FRESH_MS) await greet(guild, true)
      }
    },
  }

  async function greet(guild: Guild, perhapsAgain = false): Promise<void> {
    const channel = placeFor(guild)
    if (!channel) return log.info({ guildId: guild.id }, 'no channel to greet in')
    try {
      if (perhapsAgain && (await hasWritten(channel))) return
      await channel.send(greetingIn(guild, mentions))
    } catch (error) {
      log.info({ guildId: guild.id, err: error }, 'a greeting could not be posted')
    }
  }
}

function greetingIn({ preferredLocale }: Guild, mentions: CommandMentions) {
  const { onboarding: texts } = catalogueOf(interfaceLanguageOf(preferredLocale))
  const buttons = [
    { command: 'setup', action: RUN, label: texts.setUp(), style: 'primary' },
    { command: 'voice list', action: RUN, label: texts.tryVoice() },
    { command: 'read here', action: RUN, label: texts.readThisChannel() },
  ] as const
  return replyPayload({ text: texts.greeting(), rows: [{ buttons }] }, 'setup', mentions)
}

/** Where Discord itself says who joined, or else the first channel in which the bot may write. */
function placeFor(guild: Guild): GuildTextBasedChannel | undefined {
  const { me } = guild.members
  const channels = [...guild.channels.cache.values()]
    .filter((channel) => channel.isTextBased() && !channel.isThread() && !channel.isVoiceBased())
    .toSorted((one, other) => one.rawPosition - other.rawPosition)
  return [guild.systemChannel, ...channels].find(
    (channel) => channel !== null && me !== null && channel.permissionsFor(me).has(NEEDED),
  ) as GuildTextBasedChannel | undefined
}

async function hasWritten({ messages, client }: GuildTextBasedChannel): Promise<boolean> {
  const last = await messages.fetch({ limit: LOOKED_BACK, cache: false })
  return last.some(({ author }) => author.id === client.user.id)
}
