import type { Id } from '../settings/types.ts'
import type { Reason } from './policy.ts'

/** What became of a message. */
export type Fate =
  | { readonly kind: 'not-read'; readonly reason: Reason }
  | { readonly kind: 'waiting' | 'spoken' }
  /** `empty`: nothing in it can be said. `left-out`: too many came. `dropped`: skipped, stopped, or the bot left. */
  | { readonly kind: 'empty' | 'left-out' | 'dropped' | 'deleted' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** As many as people may ask about; older ones are forgotten. */
const KEPT = 5_000

/** What became of the latest messages: ids and reasons, no words. */
export class Fates {
  readonly #fates = new Map<Id, Fate>()

  of(message: Id): Fate | undefined {
    return this.#fates.get(message)
  }

  set(message: Id, fate: Fate): void {
    this.#fates.delete(message)
    this.#fates.set(message, fate)
    if (this.#fates.size > KEPT) this.#fates.delete(this.#fates.keys().next().value!)
  }
}
