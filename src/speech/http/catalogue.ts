import type { Clock } from '../../kernel/clock.ts'

/** What a server tells of itself: read once, kept for a while, and never in the way of a sentence. */
export interface Catalogue<T> {
  readonly latest: T | undefined
  /** What is known, after a wait of a second at most; read again in the background when it is old. */
  get(signal: AbortSignal): Promise<T | undefined>
  /** Reads it now. Never rejects. */
  refresh(): Promise<void>
  /** Learns what the server has told elsewhere. */
  learn(value: T): void
  close(): void
}

/** @param read rejects when the server does not answer */
export function createCatalogue<T>(read: (signal: AbortSignal) => Promise<T | undefined>, clock: Clock): Catalogue<T> {
  let known: T | undefined
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  const closed = new AbortController()

  async function readNow(): Promise<void> {
    readAt = clock.now()
    const done = new AbortController()
    const late = new AbortController()
    clock.sleep(LONGEST_READ, AbortSignal.any([done.signal, closed.signal])).then(
      () => late.abort(),
      () => {},
    )
    try {
      known = (await read(AbortSignal.any([late.signal, closed.signal]))) ?? known
    } finally {
      done.abort()
    }
  }

  function refresh(): Promise<void> {
    reading ??= readNow()
      .catch(() => {})
      .finally(() => {
        reading = undefined
      })
    return reading
  }

  /** Waits for an answer, but no longer than a sentence may wait because of it. */
  async function patiently(answer: Promise<void>, signal: AbortSignal): Promise<void> {
    const enough = new AbortController()
    try {
      await Promise.race([answer, clock.sleep(PATIENCE, AbortSignal.any([signal, enough.signal]))])
    } finally {
      enough.abort()
    }
  }

  return {
    get latest() {
      return known
    },
    refresh,
    async get(signal) {
      const isOld = clock.now() - readAt > (known ? KEPT : TRIED_AGAIN)
      const answer = isOld ? refresh() : reading
      if (answer && !known) await patiently(answer, signal)
      signal.throwIfAborted()
      return known
    },
    learn(value) {
      known = value
      readAt = clock.now()
    },
    close: () => closed.abort(),
  }
}

const PATIENCE = 1_000
const LONGEST_READ = 10_000
/** Voices come and go, but rarely. */
const KEPT = 300_000
const TRIED_AGAIN = 30_000
