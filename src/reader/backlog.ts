import type { Script, Ticket } from '../call/narration.ts'
import type { Outcome } from '../call/outcome.ts'
import type { VoiceSession } from '../call/session.ts'
import { spokenIn } from '../i18n/catalogues.ts'
import type { Clock } from '../kernel/clock.ts'
import { isLectorError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { OperatorDefaults } from '../settings/resolve.ts'
import type { Id } from '../settings/types.ts'
import type { Utterance } from '../speech/engine.ts'
import { Announcer } from './announcer.ts'
import { speakerOf } from './incoming.ts'
import type { MessageOutcomes } from './message-outcomes.ts'
import { type NarrationJob, utteranceOfJob } from './narration-job.ts'
import { ownUtterance } from './own-utterance.ts'

/** A message that waits to be spoken, or is being spoken. */
interface Waiting {
  job: NarrationJob
  /** Queue lane of its author. */
  readonly lane: string
  /** Requested explicitly, so the per-member queue limit does not apply. */
  asked: boolean
  ticket: Ticket | undefined
  /** Whether the author's name is said; decided when its turn comes, undefined before. */
  announce: boolean | undefined
  /** Removed from the backlog. */
  gone: boolean
}

export interface BacklogOptions {
  readonly session: VoiceSession
  readonly operator: OperatorDefaults
  readonly outcomes: MessageOutcomes
  /** Told of each message that is being heard, or will not be. */
  readonly onHandled: (message: Id) => void
  readonly clock: Clock
  readonly log: Log
}

/** Messages of one server that wait to be spoken, while the bot is in a channel there. */
export class Backlog {
  readonly #options: BacklogOptions
  readonly #announcer: Announcer
  readonly #messages = new Map<Id, Waiting>()
  /** Messages left out since the last notice about it. */
  #leftOut = 0

  constructor(options: BacklogOptions) {
    this.#options = options
    this.#announcer = new Announcer(options.clock)
  }

  /**
   * Puts a message at the end of its author's lane, once. If too many wait, the oldest are left out.
   * @param asked true if somebody requested it
   */
  add(job: NarrationJob, asked: boolean): void {
    const { id } = job.incoming
    const known = this.#messages.get(id)
    if (known) {
      known.asked ||= asked
      return
    }
    const { rules } = job
    const lane = speakerOf(job.incoming)
    const waiting: Waiting = { job, lane, asked, ticket: undefined, announce: undefined, gone: false }
    const ofMember = () => this.#unspoken().filter((one) => one.lane === lane && !one.asked)
    if (!asked) while (ofMember().length >= rules.queuePerMember) this.#leaveOut(ofMember()[0]!, job)
    while (this.#unspoken().length >= rules.queueSize) this.#leaveOut(this.#unspoken()[0]!, job)
    this.#options.outcomes.set(id, { kind: 'waiting' })
    try {
      waiting.ticket = this.#say(id, (previous) => this.#make(waiting, previous), job, lane)
      this.#messages.set(id, waiting)
      void waiting.ticket.outcome.then((outcome) => this.#settle(waiting, outcome))
      void waiting.ticket.started.then(() => this.#options.onHandled(id))
    } catch (error) {
      this.#settle(waiting, { kind: 'failed', error })
    }
  }

  /** The job of a message that still waits or sounds. */
  get(message: Id): NarrationJob | undefined {
    return this.#messages.get(message)?.job
  }

  /** Replaces the job of an edited message. */
  change(job: NarrationJob): void {
    const waiting = this.#messages.get(job.incoming.id)
    if (!waiting) return
    const before = waiting.job
    waiting.job = job
    // Most updates change nothing that is said: Discord adds the preview of a link.
    const now = this.#options.clock.wall()
    const [old, changed] = [before, job].map((one) => utteranceOfJob(one, false, now)?.text)
    if (old !== changed) waiting.ticket?.remake()
  }

  /** Drops messages, also the one that sounds. */
  remove(messages: readonly Id[]): void {
    // Newest first: the message after a dropped one is prepared at once.
    const those = [...this.#messages.values()].filter(({ job }) => messages.includes(job.incoming.id))
    for (const waiting of those.reverse()) this.#take(waiting, 'deleted')
  }

  /** Jobs of all messages that wait or sound. */
  all(): NarrationJob[] {
    return Array.from(this.#messages.values(), ({ job }) => job)
  }

  /** Called when its turn comes, and again if it changes before it sounds. */
  #make(waiting: Waiting, previous: string | undefined): Utterance | undefined {
    const { outcomes, clock, log } = this.#options
    const { incoming, rules } = waiting.job
    const { id, guild } = incoming
    const speaker = addressed(waiting)
    waiting.announce ??= this.#announcer.announces(speaker, previous, rules.announceNames)
    try {
      const utterance = utteranceOfJob(waiting.job, waiting.announce, clock.wall())
      if (utterance) this.#announcer.heard(id, speaker)
      else outcomes.set(id, { kind: 'empty' })
      return utterance
    } catch (error) {
      // A defect in one message must not silence the others.
      log.error({ guildId: guild, messageId: id, err: error }, 'a message could not be put into words')
      outcomes.set(id, { kind: 'failed', error })
      return undefined
    }
  }

  #settle(waiting: Waiting, outcome: Outcome): void {
    const { outcomes } = this.#options
    const { id } = waiting.job.incoming
    this.#messages.delete(id)
    this.#options.onHandled(id)
    if (outcome.kind === 'spoken') this.#announcer.finished(id)
    else this.#announcer.unheard(id)
    if (outcome.kind === 'spoken') outcomes.set(id, { kind: 'spoken' })
    else if (outcome.kind === 'failed') outcomes.set(id, outcome)
    else if (outcomes.of(id)?.kind === 'waiting') outcomes.set(id, { kind: 'dropped' })
  }

  /** Messages whose turn has not come yet, oldest first. */
  #unspoken(): Waiting[] {
    return [...this.#messages.values()].filter((one) => !one.gone && one.announce === undefined)
  }

  #leaveOut(one: Waiting, because: NarrationJob): void {
    this.#take(one, 'left-out')
    this.#leftOut += 1
    // One notice covers all messages left out until it is spoken.
    if (this.#leftOut === 1) this.#tellWhatWasLeftOut(because)
  }

  #tellWhatWasLeftOut({ guild, rules: { announceLanguage } }: NarrationJob): void {
    const notice = () => {
      const count = this.#leftOut
      this.#leftOut = 0
      const text = spokenIn(announceLanguage).leftOut(count)
      return { ...ownUtterance(text, announceLanguage, guild, this.#options.operator), fixed: true }
    }
    const { outcome } = this.#options.session.say(crypto.randomUUID(), notice)
    void outcome.then(({ kind }) => {
      if (kind === 'dropped') this.#leftOut = 0
    })
  }

  #take(waiting: Waiting, why: 'deleted' | 'left-out'): void {
    waiting.gone = true
    this.#options.outcomes.set(waiting.job.incoming.id, { kind: why })
    waiting.ticket?.drop()
  }

  /** The session's own queue may be shorter than the server's setting; the oldest make room in it as well. */
  #say(id: string, script: Script, job: NarrationJob, lane: string): Ticket {
    for (;;) {
      try {
        return this.#options.session.say(id, script, lane)
      } catch (error) {
        const isFull = isLectorError(error) && error.code === 'voice.queue-full'
        const [oldest] = this.#unspoken()
        if (!isFull || !oldest) throw error
        this.#leaveOut(oldest, job)
      }
    }
  }
}

/** Speaker and addressee: a person who answers somebody else is announced again. */
function addressed({ lane, job }: Waiting): string {
  return `${lane}>${job.incoming.answering ?? ''}`
}
