import type { Outcome, Script, Ticket } from '../call/narration.ts'
import type { VoiceSession } from '../call/session.ts'
import { spokenIn } from '../i18n/catalogues.ts'
import type { Clock } from '../kernel/clock.ts'
import { isLectorError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { OperatorDefaults } from '../settings/resolve.ts'
import type { Id } from '../settings/types.ts'
import type { Utterance } from '../speech/engine.ts'
import { Announcer } from './announcer.ts'
import type { Fates } from './fate.ts'
import { speakerOf } from './incoming.ts'
import { ownWords } from './own-words.ts'
import { type Telling, utteranceOfTelling } from './telling.ts'

/** A message that waits to be spoken, or is being spoken. */
interface Waiting {
  telling: Telling
  /** Whose turn it waits for. */
  readonly lane: string
  /** Somebody asked for it: what its author may have waiting is no matter. */
  asked: boolean
  ticket: Ticket | undefined
  /** Whether the author's name is said: decided when its turn has come, and undefined before. */
  announce: boolean | undefined
  /** It was taken back. */
  gone: boolean
}

export interface BacklogOptions {
  readonly session: VoiceSession
  readonly operator: OperatorDefaults
  readonly fates: Fates
  /** Told of each message that is being heard, or will not be. */
  readonly onHandled: (message: Id) => void
  readonly clock: Clock
  readonly log: Log
}

/** The messages that are still to be heard in one server, while the bot is in a channel there. */
export class Backlog {
  readonly #options: BacklogOptions
  readonly #announcer: Announcer
  readonly #messages = new Map<Id, Waiting>()
  /** Left out since that was last said. */
  #leftOut = 0

  constructor(options: BacklogOptions) {
    this.#options = options
    this.#announcer = new Announcer(options.clock)
  }

  /**
   * Puts a message at the end of its author's lane, once. Where too many wait, the oldest are left out.
   * @param asked true when somebody asks for it, and it is not read by itself
   */
  add(telling: Telling, asked: boolean): void {
    const { id } = telling.incoming
    const known = this.#messages.get(id)
    if (known) {
      known.asked ||= asked
      return
    }
    const { rules } = telling
    const lane = speakerOf(telling.incoming)
    const waiting: Waiting = { telling, lane, asked, ticket: undefined, announce: undefined, gone: false }
    const ofMember = () => this.#unspoken().filter((one) => one.lane === lane && !one.asked)
    if (!asked) while (ofMember().length >= rules.queuePerMember) this.#leaveOut(ofMember()[0]!, telling)
    while (this.#unspoken().length >= rules.queueSize) this.#leaveOut(this.#unspoken()[0]!, telling)
    this.#options.fates.set(id, { kind: 'waiting' })
    try {
      waiting.ticket = this.#say(id, (previous) => this.#make(waiting, previous), telling, lane)
      this.#messages.set(id, waiting)
      void waiting.ticket.outcome.then((outcome) => this.#settle(waiting, outcome))
      void waiting.ticket.started.then(() => this.#options.onHandled(id))
    } catch (error) {
      this.#settle(waiting, { kind: 'failed', error })
    }
  }

  /** What a message says now, while it is still to be heard. */
  get(message: Id): Telling | undefined {
    return this.#messages.get(message)?.telling
  }

  /** A message says something else now. */
  change(telling: Telling): void {
    const waiting = this.#messages.get(telling.incoming.id)
    if (!waiting) return
    const before = waiting.telling
    waiting.telling = telling
    // Most updates of messages change nothing that is said: Discord adds the preview of a link.
    const now = this.#options.clock.wall()
    const [old, changed] = [before, telling].map((one) => utteranceOfTelling(one, false, now)?.text)
    if (old !== changed) waiting.ticket?.remake()
  }

  /** Messages are not to be heard, or not any further. */
  remove(messages: readonly Id[]): void {
    // The newest first: what follows a message that is taken back is made ready at once.
    const those = [...this.#messages.values()].filter(({ telling }) => messages.includes(telling.incoming.id))
    for (const waiting of those.reverse()) this.#take(waiting, 'deleted')
  }

  /** What is still to be heard, to its end. */
  all(): Telling[] {
    return Array.from(this.#messages.values(), ({ telling }) => telling)
  }

  /** Called when its turn has come, and again when it has changed before it sounds. */
  #make(waiting: Waiting, previous: string | undefined): Utterance | undefined {
    const { fates, clock, log } = this.#options
    const { incoming, rules } = waiting.telling
    const { id, guild } = incoming
    const speaker = addressed(waiting)
    waiting.announce ??= this.#announcer.announces(speaker, previous, rules.announceNames)
    try {
      const utterance = utteranceOfTelling(waiting.telling, waiting.announce, clock.wall())
      if (utterance) this.#announcer.heard(id, speaker)
      else fates.set(id, { kind: 'empty' })
      return utterance
    } catch (error) {
      // A defect, and no reason to fall silent for good.
      log.error({ guildId: guild, messageId: id, err: error }, 'a message could not be put into words')
      fates.set(id, { kind: 'failed', error })
      return undefined
    }
  }

  #settle(waiting: Waiting, outcome: Outcome): void {
    const { fates } = this.#options
    const { id } = waiting.telling.incoming
    this.#messages.delete(id)
    this.#options.onHandled(id)
    if (outcome.kind === 'spoken') this.#announcer.finished(id)
    else this.#announcer.unheard(id)
    if (outcome.kind === 'spoken') fates.set(id, { kind: 'spoken' })
    else if (outcome.kind === 'failed') fates.set(id, outcome)
    else if (fates.of(id)?.kind === 'waiting') fates.set(id, { kind: 'dropped' })
  }

  /** Those whose turn has not come yet, oldest first. */
  #unspoken(): Waiting[] {
    return [...this.#messages.values()].filter((one) => !one.gone && one.announce === undefined)
  }

  #leaveOut(one: Waiting, because: Telling): void {
    this.#take(one, 'left-out')
    this.#leftOut += 1
    // One notice for all that are left out until it is heard.
    if (this.#leftOut === 1) this.#tellWhatWasLeftOut(because)
  }

  #tellWhatWasLeftOut({ guild, rules: { announceLanguage } }: Telling): void {
    const notice = () => {
      const count = this.#leftOut
      this.#leftOut = 0
      const text = spokenIn(announceLanguage).leftOut(count)
      return { ...ownWords(text, announceLanguage, guild, this.#options.operator), fixed: true }
    }
    const { outcome } = this.#options.session.say(crypto.randomUUID(), notice)
    void outcome.then(({ kind }) => {
      if (kind === 'dropped') this.#leftOut = 0
    })
  }

  #take(waiting: Waiting, why: 'deleted' | 'left-out'): void {
    waiting.gone = true
    this.#options.fates.set(waiting.telling.incoming.id, { kind: why })
    waiting.ticket?.drop()
  }

  /** The session's own queue may be shorter than the server's setting; then too the oldest make room. */
  #say(id: string, script: Script, telling: Telling, lane: string): Ticket {
    for (;;) {
      try {
        return this.#options.session.say(id, script, lane)
      } catch (error) {
        const isFull = isLectorError(error) && error.code === 'voice.queue-full'
        const [oldest] = this.#unspoken()
        if (!isFull || !oldest) throw error
        this.#leaveOut(oldest, telling)
      }
    }
  }
}

/** Who speaks, and to whom: a person who turns to somebody else is announced anew. */
function addressed({ lane, telling }: Waiting): string {
  return `${lane}>${telling.incoming.answering ?? ''}`
}
