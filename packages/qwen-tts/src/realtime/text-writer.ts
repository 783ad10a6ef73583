import type { SessionMode } from './messages.ts'
import type { RealtimeSession } from './session.ts'

/** A text, whole or still being written: what a model writes, or a person says, word by word. */
export type TextSource = string | Iterable<string> | AsyncIterable<string>

export interface TextWriter {
  readonly state: 'writing' | 'written' | 'failed'
  /** What the source of the text has thrown. */
  readonly error: unknown
  /** Whether there was anything to say. */
  readonly wroteText: boolean
  /** Tells that a response is done: in `commit` mode the next piece of text waits for it. */
  responded(): void
}

/**
 * Writes a text into a session piece by piece, and finishes the session after the last one. Closes the session when
 * the source fails; calls `written` when there is nothing more to say.
 */
export function writeText(
  text: TextSource,
  session: RealtimeSession,
  mode: SessionMode,
  signal: AbortSignal,
  written: () => void,
): TextWriter {
  const writer = {
    state: 'writing' as TextWriter['state'],
    error: undefined as unknown,
    wroteText: false,
    responded() {},
  }

  async function write(): Promise<void> {
    for await (const piece of until(signal, typeof text === 'string' ? [text] : text)) {
      // The server takes a commit of nothing for a mistake.
      if (piece === '' || (mode === 'commit' && piece.trim() === '')) continue
      writer.wroteText = true
      session.append(piece)
      if (mode === 'commit') {
        const { promise: done, resolve } = Promise.withResolvers<void>()
        writer.responded = resolve
        signal.addEventListener('abort', () => resolve(), { once: true })
        session.commit()
        await done
      }
    }
    if (signal.aborted) return
    session.finish()
    writer.state = 'written'
    written()
  }

  write().catch((error: unknown) => {
    writer.state = 'failed'
    writer.error = error
    session.close()
  })
  return writer
}

/** Leaves a source when the signal aborts, even one that has nothing to give for now. */
async function* until<T>(signal: AbortSignal, source: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  const { promise: stopped, resolve: stop } = Promise.withResolvers<{ done: true; value: undefined }>()
  const leave = () => stop({ done: true, value: undefined })
  signal.addEventListener('abort', leave, { once: true })
  let ended = false
  try {
    while (!signal.aborted) {
      const next = await Promise.race([iterator.next(), stopped])
      if (next.done) {
        ended = !signal.aborted
        return
      }
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', leave)
    if (!ended) Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
