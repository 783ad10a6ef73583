/**
 * The changes of key that are under way. Every participant announces that it holds the new keys; the transition is
 * executed when the last one has, or after the time-out, since one slow member must not hold up the call.
 */
export class Transitions {
  readonly #open = new Map<number, Transition>()
  readonly #execute: (id: number, participants: readonly string[]) => void
  readonly #timeout: number
  #lastId = 0

  /** `timeout` in milliseconds. */
  constructor(timeout: number, execute: (id: number, participants: readonly string[]) => void) {
    this.#timeout = timeout
    this.#execute = execute
  }

  /** Ids run from 1 to 65535 and around; 0 means "at once" in the protocol. */
  begin(participants: readonly string[]): number {
    const id = (this.#lastId % 0xffff) + 1
    this.#lastId = id
    const timer = setTimeout(() => this.#finish(id), this.#timeout)
    this.#open.set(id, { participants: new Set(participants), waiting: new Set(participants), timer })
    return id
  }

  ready(userId: string, id: number): void {
    const transition = this.#open.get(id)
    if (!transition?.waiting.delete(userId)) return
    if (transition.waiting.size === 0) this.#finish(id)
  }

  /** Takes a member that left, or lost the group, out of everything that is under way. */
  forget(userId: string): void {
    for (const [id, transition] of this.#open) {
      transition.participants.delete(userId)
      this.ready(userId, id)
    }
  }

  /** Drops all of them unexecuted. */
  clear(): void {
    for (const { timer } of this.#open.values()) clearTimeout(timer)
    this.#open.clear()
  }

  #finish(id: number): void {
    const transition = this.#open.get(id)!
    clearTimeout(transition.timer)
    this.#open.delete(id)
    this.#execute(id, [...transition.participants])
  }
}

interface Transition {
  readonly participants: Set<string>
  readonly waiting: Set<string>
  readonly timer: NodeJS.Timeout
}
