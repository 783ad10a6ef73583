import type { VoiceSessions } from '../call/sessions.ts'
import { spokenIn } from '../i18n/catalogues.ts'
import type { Clock } from '../kernel/clock.ts'
import { isLectorError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { type OperatorDefaults, type ResolvedGuild, resolveGuild } from '../settings/resolve.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { GuildSettings, Id } from '../settings/types.ts'
import { spokenName } from '../text/names.ts'
import { dictionaryOf } from './dictionary.ts'
import { KeyedQueue } from './keyed-queue.ts'
import { contextOf } from './narration-job.ts'
import { ownUtterance } from './own-utterance.ts'

/** Nobody is announced twice within this time, because bad connections come and go. */
const ANNOUNCED_AGAIN_AFTER_MS = 60_000

/** A person joined, left or changed a voice channel. */
export interface Move {
  readonly guild: Id
  readonly user: Id
  /** Display name in the server. */
  readonly name: string
  readonly isBot: boolean
  readonly from?: Id
  readonly to?: Id
}

export interface PresenceOptions {
  readonly sessions: VoiceSessions
  readonly settings: SettingsStore
  readonly operator: OperatorDefaults
  /** Number of people, without bots, in a voice channel. */
  readonly listeners: (channel: Id) => number
  readonly clock: Clock
  readonly log: Log
}

/** Reacts to people in voice channels: auto-join, announcements, following a person, leaving an empty channel. */
export class Presence {
  readonly #options: PresenceOptions
  readonly #perGuild: KeyedQueue
  /** Followed person, by server. */
  readonly #followed = new Map<Id, Id>()
  /** Cancels the pending leave, by server. */
  readonly #alone = new Map<Id, AbortController>()
  /** Times of the last announcements, oldest first. */
  readonly #announced = new Map<string, number>()

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#perGuild = new KeyedQueue(options.log)
    options.sessions.on('state', (guild, { status }) => {
      if (status === 'left') this.#followed.delete(guild)
      void this.#perGuild.run(guild, () => this.#leaveIfAlone(guild))
    })
  }

  /** Handles a move. Resolves when its consequences are under way. */
  moved(move: Move): Promise<void> {
    return this.#perGuild.run(move.guild, async () => {
      if (!move.isBot) {
        this.#followTo(move)
        await this.#comeAlong(move)
        await this.#announce(move)
      }
      await this.#leaveIfAlone(move.guild)
    })
  }

  /** Follows this person until the bot leaves or follows somebody else. */
  follow(guild: Id, user: Id): void {
    this.#followed.set(guild, user)
  }

  unfollow(guild: Id): void {
    this.#followed.delete(guild)
  }

  /** The followed person. */
  followed(guild: Id): Id | undefined {
    return this.#followed.get(guild)
  }

  #followTo({ guild, user, to }: Move): void {
    if (to === undefined || this.#followed.get(guild) !== user) return
    if (this.#options.sessions.get(guild)) this.#join(guild, to)
  }

  /** Auto-join: the first person in a channel that texts are read into brings the bot, if the server wants that. */
  async #comeAlong({ guild, to }: Move): Promise<void> {
    const { sessions, listeners } = this.#options
    if (to === undefined || sessions.get(guild) || listeners(to) !== 1) return
    const { settings, rules } = await this.#settings(guild)
    if (!rules.autoJoin || ![...settings.readChannels.values()].includes(to)) return
    if (!sessions.get(guild)) this.#join(guild, to)
  }

  #join(guild: Id, channel: Id): void {
    this.#options.sessions.join(guild, channel).catch((error: unknown) => {
      const code = isLectorError(error) ? error.code : undefined
      this.#options.log.warn({ guildId: guild, channelId: channel, code, err: error }, 'the bot could not come along')
    })
  }

  async #announce({ guild, user, name, from, to }: Move): Promise<void> {
    const { sessions, settings: store, operator, clock } = this.#options
    const session = sessions.get(guild)
    if (session?.channelId === undefined || ![from, to].includes(session.channelId)) return
    const comes = session.channelId === to
    // A person who is alone is not told that they joined.
    if (this.#options.listeners(session.channelId) <= (comes ? 1 : 0)) return
    const [{ settings, rules }, member] = await Promise.all([this.#settings(guild), store.members.read(guild, user)])
    if (!(comes ? rules.announceJoins : rules.announceLeaves)) return
    // People who opted out are not announced either.
    if (member.optedOut.here || member.optedOut.everywhere || settings.unread.has(user)) return
    if (this.#isRepeated(`${guild}/${user}/${comes}`)) return
    const language = rules.announceLanguage
    const phrases = spokenIn(language)
    const dictionaries = [dictionaryOf(member.words), dictionaryOf(settings.words)]
    const context = { ...contextOf(rules, clock.wall()), pronunciations: dictionaries }
    const spoken = spokenName(member.chosen.name ?? name, context, phrases.someone)
    const text = comes ? phrases.joins(spoken) : phrases.leaves(spoken)
    try {
      session.say(crypto.randomUUID(), ownUtterance(text, language, settings, operator))
    } catch (error) {
      // In a full queue messages come before announcements.
      if (!isLectorError(error)) throw error
    }
  }

  #isRepeated(who: string): boolean {
    const now = this.#options.clock.now()
    for (const [other, at] of this.#announced) {
      if (now - at < ANNOUNCED_AGAIN_AFTER_MS) break
      this.#announced.delete(other)
    }
    if (this.#announced.has(who)) return true
    this.#announced.set(who, now)
    return false
  }

  async #leaveIfAlone(guild: Id): Promise<void> {
    if (!this.#isAlone(guild)) {
      this.#alone.get(guild)?.abort()
      this.#alone.delete(guild)
      return
    }
    if (this.#alone.has(guild)) return
    const { rules } = await this.#settings(guild)
    if (rules.leaveWhenAloneAfter === 0) return
    const { clock, sessions } = this.#options
    const wait = new AbortController()
    this.#alone.set(guild, wait)
    clock.sleep(rules.leaveWhenAloneAfter, wait.signal).then(
      () => {
        this.#alone.delete(guild)
        if (this.#isAlone(guild)) sessions.get(guild)?.leave()
      },
      () => undefined,
    )
  }

  #isAlone(guild: Id): boolean {
    const channel = this.#options.sessions.get(guild)?.channelId
    return channel !== undefined && this.#options.listeners(channel) === 0
  }

  async #settings(guild: Id): Promise<{ settings: GuildSettings; rules: ResolvedGuild }> {
    const settings = await this.#options.settings.guilds.read(guild)
    return { settings, rules: resolveGuild(settings.chosen, this.#options.operator) }
  }
}
