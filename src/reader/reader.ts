import { isDeepStrictEqual } from 'node:util'
import type { VoiceSession } from '../call/session.ts'
import type { VoiceSessions } from '../call/sessions.ts'
import type { Clock } from '../kernel/clock.ts'
import type { LanguageCode } from '../kernel/languages.ts'
import type { Log } from '../kernel/log.ts'
import type { SpokenLanguage } from '../kernel/spoken-languages.ts'
import { snapshotOf } from '../settings/snapshot.ts'
import type { Id } from '../settings/types.ts'
import { Backlog } from './backlog.ts'
import { type Fate, Fates } from './fate.ts'
import type { HandledLog } from './handled.ts'
import type { Incoming } from './incoming.ts'
import { LanguagesHeard, type Writing } from './languages-heard.ts'
import { type Circumstances, judge, judgeAsked } from './policy.ts'
import { NOTHING_RECENT, Recent } from './recent.ts'
import { chosenNames, type TellingOptions, tellingOf } from './telling.ts'
import { Turns } from './turns.ts'

export interface ChannelReaderOptions extends Omit<TellingOptions, 'languages'> {
  readonly sessions: VoiceSessions
  /** Which messages have been read out or dropped, by this process and those before it. */
  readonly handled: HandledLog
  readonly isAgeRestricted: (channel: Id) => boolean
  /** Shows the author that a message was dropped as a repeat. Must not throw. */
  readonly markRepeat?: (incoming: Incoming) => void
  readonly clock: Clock
  readonly log: Log
}

/** Reads text channels aloud: decides about each message, and keeps what waits in step with what people change. */
export class ChannelReader {
  readonly #options: ChannelReaderOptions
  readonly #turns: Turns
  readonly #fates = new Fates()
  /** Of the servers where the bot is in a channel. */
  readonly #backlogs = new Map<Id, Backlog>()
  readonly #recent = new Map<Id, Recent>()
  readonly #languages = new LanguagesHeard()

  constructor(options: ChannelReaderOptions) {
    this.#options = options
    this.#turns = new Turns(options.log)
    options.sessions.on('state', (guild, { status }) => {
      if (status !== 'left') return
      this.#backlogs.delete(guild)
      this.#recent.delete(guild)
    })
  }

  /** A message was written. Resolves when it is decided about; those of a server are decided about in their order. */
  receive(incoming: Incoming): Promise<void> {
    // A server where the bot is in no channel costs nothing.
    if (!this.#options.sessions.get(incoming.guild)) return Promise.resolve()
    return this.#turns.take(incoming.guild, () => this.#decide(incoming))
  }

  /** Reads what was written while this process heard nothing, oldest first, before anything that is written now. */
  catchUp(guild: Id, missed: () => Promise<readonly Incoming[]>): Promise<void> {
    return this.#turns.take(guild, async () => {
      const unknown = (await missed()).filter(({ id }) => !this.#fates.of(id))
      const handled = await this.#options.handled.among(unknown.map(({ id }) => id))
      for (const incoming of unknown) if (!handled.has(incoming.id)) await this.#decide(incoming)
    })
  }

  async #decide(incoming: Incoming): Promise<void> {
    const circumstances = await this.#circumstances(incoming)
    const verdict = judge(incoming, circumstances)
    if (verdict.read) {
      this.#recentIn(incoming.guild).add(incoming)
      await this.#queue(incoming, circumstances, false)
      return
    }
    this.#fates.set(incoming.id, { kind: 'not-read', reason: verdict.reason })
    if (verdict.reason === 'duplicate' && circumstances.rules.markRepeats) this.#options.markRepeat?.(incoming)
  }

  /** A message was edited: if it is still to be heard, it is heard as it is now; so is one that had no words before. */
  edit(incoming: Incoming): Promise<void> {
    return this.#turns.take(incoming.guild, async () => {
      const wasEmpty = this.#fates.of(incoming.id)?.kind === 'empty'
      if (wasEmpty && this.#options.sessions.get(incoming.guild)) return await this.#decide(incoming)
      const backlog = this.#backlogs.get(incoming.guild)
      const before = backlog?.get(incoming.id)
      if (!before || isDeepStrictEqual(before.incoming.message, incoming.message)) return
      const names = await chosenNames(incoming, this.#options.settings)
      backlog?.change({ ...before, names, incoming: { ...before.incoming, message: incoming.message } })
    })
  }

  /** Messages were deleted: what waits is not heard, and what is being heard ends at once. */
  remove(guild: Id, messages: readonly Id[]): Promise<void> {
    const remove = () => this.#backlogs.get(guild)?.remove(messages)
    remove()
    // One that is being decided about right now does not wait yet.
    return this.#turns.take(guild, remove)
  }

  /** Follows the settings until the signal aborts: who does not want to be read any more is not, nor what waits. */
  async heedSettings(signal: AbortSignal): Promise<void> {
    try {
      for await (const change of this.#options.settings.watch(signal)) {
        const guilds = 'guild' in change ? [change.guild] : [...this.#backlogs.keys()]
        for (const guild of guilds) void this.#turns.take(guild, () => this.#reconsider(guild))
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /** Nothing that was written in this channel, or in its threads, is heard any more. */
  hush(guild: Id, channel: Id): Promise<void> {
    return this.#turns.take(guild, () => {
      const backlog = this.#backlogs.get(guild)
      const those = backlog?.all().filter(({ incoming }) => [incoming.channel, incoming.parent].includes(channel)) ?? []
      backlog?.remove(those.map(({ incoming }) => incoming.id))
    })
  }

  /** A channel is gone: nothing is read from it or into it any more. */
  async forgetChannel(guild: Id, channel: Id): Promise<void> {
    await this.hush(guild, channel)
    await this.#turns.take(guild, async () => {
      const { guilds } = this.#options.settings
      for (const [text, voice] of (await guilds.read(guild)).readChannels) {
        if (text === channel || voice === channel) await guilds.setReadChannel(guild, text, null)
      }
    })
  }

  /** Reads a message because somebody asks for it, also one that is not read by itself. */
  async readAloud(incoming: Incoming): Promise<Fate> {
    let fate: Fate | undefined
    await this.#turns.take(incoming.guild, async () => {
      const circumstances = await this.#circumstances(incoming)
      const verdict = judgeAsked(incoming, circumstances)
      if (!verdict.read) fate = { kind: 'not-read', reason: verdict.reason }
      else fate = await this.#queue(incoming, circumstances, true)
    })
    return fate ?? { kind: 'not-read', reason: 'not-there' }
  }

  /** What became of a message. Undefined when the bot would read it now, but did not then. */
  async fateOf(incoming: Incoming): Promise<Fate | undefined> {
    const known = this.#fates.of(incoming.id)
    if (known) return known
    const circumstances = await this.#circumstances(incoming)
    const verdict = judge(incoming, { ...circumstances, now: incoming.writtenAt })
    return verdict.read ? undefined : { kind: 'not-read', reason: verdict.reason }
  }

  /** The language in which a member's words would be spoken here if nobody chose one. */
  async languageOf(words: string, writing: Omit<Writing, 'message'>, fallback: LanguageCode): Promise<SpokenLanguage> {
    const detect = await this.#options.detector()
    return detect(words, this.#languages.expected({ ...writing, message: '' }, fallback)).language
  }

  async #reconsider(guild: Id): Promise<void> {
    const backlog = this.#backlogs.get(guild)
    const unwanted: Id[] = []
    for (const { incoming } of backlog?.all() ?? []) {
      const verdict = judgeAsked(incoming, await this.#circumstances(incoming))
      if (!verdict.read) unwanted.push(incoming.id)
    }
    backlog?.remove(unwanted)
  }

  async #circumstances(incoming: Incoming): Promise<Circumstances> {
    const { settings, operator, sessions, isAgeRestricted, clock } = this.#options
    const snapshot = await snapshotOf(settings, operator, { guild: incoming.guild, user: incoming.author.id })
    const voiceChannel = sessions.get(incoming.guild)?.channelId
    return {
      ...snapshot,
      voiceChannel,
      ageRestricted: voiceChannel !== undefined && isAgeRestricted(voiceChannel),
      now: clock.wall(),
      recent: this.#recent.get(incoming.guild)?.before(incoming) ?? NOTHING_RECENT,
    }
  }

  /** Undefined when the bot has left meanwhile. */
  async #queue(incoming: Incoming, circumstances: Circumstances, asked: boolean): Promise<Fate | undefined> {
    const telling = await tellingOf(incoming, circumstances, { ...this.#options, languages: this.#languages })
    const session = this.#options.sessions.get(incoming.guild)
    if (!session) return undefined
    this.#backlogIn(incoming.guild, session).add(telling, asked)
    return this.#fates.of(incoming.id)
  }

  #recentIn(guild: Id): Recent {
    const recent = this.#recent.get(guild) ?? new Recent(this.#options.clock)
    this.#recent.set(guild, recent)
    return recent
  }

  #backlogIn(guild: Id, session: VoiceSession): Backlog {
    const known = this.#backlogs.get(guild)
    if (known) return known
    const { operator, clock, log, sessions, handled } = this.#options
    const onHandled = (message: Id) => {
      // What a process that ends could not say is left to the next one.
      if (!sessions.isStopping || session.channelId !== undefined) handled.add(guild, message)
    }
    const backlog = new Backlog({ session, operator, fates: this.#fates, onHandled, clock, log })
    this.#backlogs.set(guild, backlog)
    return backlog
  }
}
