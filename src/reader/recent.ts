import { hash } from 'node:crypto'
import type { Clock } from '../kernel/clock.ts'
import { type Incoming, speakerOf } from './incoming.ts'
import type { Circumstances } from './policy.ts'

const WINDOW_MS = 60_000

/** A third "lol" within ten seconds is a flood; a second "yes" answers another question. */
const FLOOD = 2
const FLOOD_MS = 10_000
/** In characters. The same text of this length twice in a minute is a flood. */
const LONG = 60

interface Trace {
  readonly at: number
  readonly speaker: string
  /** Digest of the text; the text itself is not kept. */
  readonly digest: string | undefined
}

export const NOTHING_RECENT: Circumstances['recent'] = { duplicate: false, byMember: 0, inServer: 0 }

/** Messages read in a server within the last minute. */
export class Recent {
  readonly #clock: Clock
  #traces: Trace[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The last minute before this message. */
  before(incoming: Incoming): Circumstances['recent'] {
    const since = this.#clock.now() - WINDOW_MS
    this.#traces = this.#traces.filter(({ at }) => at > since)
    const own = this.#traces.filter(({ speaker }) => speaker === speakerOf(incoming))
    const digest = digestOf(incoming)
    const same = digest === undefined ? [] : own.filter((trace) => trace.digest === digest)
    return {
      duplicate: isLong(incoming)
        ? same.length > 0
        : same.filter(({ at }) => at > since + WINDOW_MS - FLOOD_MS).length >= FLOOD,
      byMember: own.length,
      inServer: this.#traces.length,
    }
  }

  add(incoming: Incoming): void {
    this.#traces.push({ at: this.#clock.now(), speaker: speakerOf(incoming), digest: digestOf(incoming) })
  }
}

function isLong({ message }: Incoming): boolean {
  return message.content.trim().length >= LONG
}

/** Undefined for messages without words: two pictures differ. */
function digestOf({ message }: Incoming): string | undefined {
  const words = message.content.trim()
  return words === '' ? undefined : hash('sha256', words, 'base64url')
}
