import type { Id } from '../settings/types.ts'
import type { Reason } from './policy.ts'

/** What happened to a message. */
export type MessageOutcome =
  | { readonly kind: 'not-read'; readonly reason: Reason }
  | { readonly kind: 'waiting' | 'spoken' }
  /** `empty`: nothing in it can be said. `left-out`: too many came. `dropped`: skipped, stopped, or the bot left. */
  | { readonly kind: 'empty' | 'left-out' | 'dropped' | 'deleted' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Messages remembered; older ones are forgotten. */
const KEPT = 5_000

/** Outcomes of the latest messages: ids and reasons, no words. */
export class MessageOutcomes {
  readonly #outcomes = new Map<Id, MessageOutcome>()

  of(message: Id): MessageOutcome | undefined {
    return this.#outcomes.get(message)
  }

  set(message: Id, outcome: MessageOutcome): void {
    this.#outcomes.delete(message)
    this.#outcomes.set(message, outcome)
    if (this.#outcomes.size > KEPT) this.#outcomes.delete(this.#outcomes.keys().next().value!)
  }
}
