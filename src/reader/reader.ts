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
import type { HandledLog } from './handled.ts'
import type { Incoming } from './incoming.ts'
import { KeyedQueue } from './keyed-queue.ts'
import { LanguagesHeard, type Writing } from './languages-heard.ts'
import { type MessageOutcome, MessageOutcomes } from './message-outcomes.ts'
import { chosenNames, type NarrationJobOptions, narrationJobOf } from './narration-job.ts'
import { type Circumstances, verdictOf, verdictOnRequest } from './policy.ts'
import { NOTHING_RECENT, Recent } from './recent.ts'

export interface ChannelReaderOptions extends Omit<NarrationJobOptions, 'languages'> {
  readonly sessions: VoiceSessions
  /** Which messages have been read out or dropped, by this process and those before it. */
  readonly handled: HandledLog
  readonly isAgeRestricted: (channel: Id) => boolean
  /** Shows the author that a message was dropped as a repeat. Must not throw. */
  readonly markRepeat?: (incoming: Incoming) => void
  readonly clock: Clock
  readonly log: Log
}

/** Reads text channels aloud: decides about each message and follows edits, deletions and settings while it waits. */
export class ChannelReader {
  readonly #options: ChannelReaderOptions
  readonly #perGuild: KeyedQueue
  readonly #outcomes = new MessageOutcomes()
  /** Backlogs of the servers where the bot is in a voice channel. */
  readonly #backlogs = new Map<Id, Backlog>()
  readonly #recent = new Map<Id, Recent>()
  readonly #languages = new LanguagesHeard()

  constructor(options: ChannelReaderOptions) {
    this.#options = options
    this.#perGuild = new KeyedQueue(options.log)
    options.sessions.on('state', (guild, { status }) => {
      if (status !== 'left') return
      this.#backlogs.delete(guild)
      this.#recent.delete(guild)
    })
  }

  /** Handles a new message. Resolves when the decision is made; messages of one server are decided in order. */
  receive(incoming: Incoming): Promise<void> {
    // Without a session the message costs nothing.
    if (!this.#options.sessions.get(incoming.guild)) return Promise.resolve()
    return this.#perGuild.run(incoming.guild, () => this.#decide(incoming))
  }

  /** Reads what was written while this process heard nothing, oldest first, before anything that is written now. */
  catchUp(guild: Id, missed: () => Promise<readonly Incoming[]>): Promise<void> {
    return this.#perGuild.run(guild, async () => {
      const unknown = (await missed()).filter(({ id }) => !this.#outcomes.of(id))
      const handled = await this.#options.handled.among(unknown.map(({ id }) => id))
      for (const incoming of unknown) if (!handled.has(incoming.id)) await this.#decide(incoming)
    })
  }

  async #decide(incoming: Incoming): Promise<void> {
    const circumstances = await this.#circumstances(incoming)
    const verdict = verdictOf(incoming, circumstances)
    if (verdict.read) {
      this.#recentIn(incoming.guild).add(incoming)
      await this.#queue(incoming, circumstances)
      return
    }
    this.#outcomes.set(incoming.id, { kind: 'not-read', reason: verdict.reason })
    if (verdict.reason === 'duplicate' && circumstances.rules.markRepeats) this.#options.markRepeat?.(incoming)
  }

  /** Handles an edit: a waiting message is spoken as it is now, and so is one that had no words before. */
  edit(incoming: Incoming): Promise<void> {
    return this.#perGuild.run(incoming.guild, async () => {
      const wasEmpty = this.#outcomes.of(incoming.id)?.kind === 'empty'
      if (wasEmpty && this.#options.sessions.get(incoming.guild)) return await this.#decide(incoming)
      const backlog = this.#backlogs.get(incoming.guild)
      const before = backlog?.get(incoming.id)
      if (!before || isDeepStrictEqual(before.incoming.message, incoming.message)) return
      const names = await chosenNames(incoming, this.#options.settings)
      backlog?.change({ ...before, names, incoming: { ...before.incoming, message: incoming.message } })
    })
  }

  /** Handles deletions: waiting messages are dropped, and one that sounds ends at once. */
  remove(guild: Id, messages: readonly Id[]): Promise<void> {
    const remove = () => this.#backlogs.get(guild)?.remove(messages)
    remove()
    // A message that is being decided right now is not in the backlog yet.
    return this.#perGuild.run(guild, remove)
  }

  /** Applies settings changes until the signal aborts: messages that may no longer be read are dropped. */
  async applySettings(signal: AbortSignal): Promise<void> {
    try {
      for await (const change of this.#options.settings.watch(signal)) {
        const guilds = 'guild' in change ? [change.guild] : [...this.#backlogs.keys()]
        for (const guild of guilds) void this.#perGuild.run(guild, () => this.#reconsider(guild))
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /** Drops all messages of this channel and its threads. */
  silenceChannel(guild: Id, channel: Id): Promise<void> {
    return this.#perGuild.run(guild, () => {
      const backlog = this.#backlogs.get(guild)
      const those = backlog?.all().filter(({ incoming }) => [incoming.channel, incoming.parent].includes(channel)) ?? []
      backlog?.remove(those.map(({ incoming }) => incoming.id))
    })
  }

  /** Handles a deleted channel: it is no longer read from or into. */
  async forgetChannel(guild: Id, channel: Id): Promise<void> {
    await this.silenceChannel(guild, channel)
    await this.#perGuild.run(guild, async () => {
      const { guilds } = this.#options.settings
      for (const [text, voice] of (await guilds.read(guild)).readChannels) {
        if (text === channel || voice === channel) await guilds.setReadChannel(guild, text, null)
      }
    })
  }

  /** Reads a message on request, also one that is not read automatically. */
  async readAloud(incoming: Incoming, asker: Id): Promise<MessageOutcome> {
    let outcome: MessageOutcome | undefined
    await this.#perGuild.run(incoming.guild, async () => {
      const circumstances = await this.#circumstances(incoming)
      const verdict = verdictOnRequest(incoming, circumstances)
      if (!verdict.read) outcome = { kind: 'not-read', reason: verdict.reason }
      else outcome = await this.#queue(incoming, circumstances, asker)
    })
    return outcome ?? { kind: 'not-read', reason: 'not-there' }
  }

  /** Outcome of a message. Undefined if the bot would read it now, but did not then. */
  async outcomeOf(incoming: Incoming): Promise<MessageOutcome | undefined> {
    const known = this.#outcomes.of(incoming.id)
    if (known) return known
    const circumstances = await this.#circumstances(incoming)
    const verdict = verdictOf(incoming, { ...circumstances, now: incoming.writtenAt })
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
      const verdict = verdictOnRequest(incoming, await this.#circumstances(incoming))
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

  /** Undefined if the bot has left meanwhile. */
  async #queue(incoming: Incoming, circumstances: Circumstances, asker?: Id): Promise<MessageOutcome | undefined> {
    const job = await narrationJobOf(incoming, circumstances, { ...this.#options, languages: this.#languages })
    const session = this.#options.sessions.get(incoming.guild)
    if (!session) return undefined
    const paid = asker === undefined ? job : { ...job, askedBy: asker }
    this.#backlogIn(incoming.guild, session).add(paid, asker !== undefined)
    return this.#outcomes.of(incoming.id)
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
    const backlog = new Backlog({ session, operator, outcomes: this.#outcomes, onHandled, clock, log })
    this.#backlogs.set(guild, backlog)
    return backlog
  }
}
