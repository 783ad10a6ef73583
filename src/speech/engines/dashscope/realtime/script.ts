import { countCharacters } from '../../../characters.ts'
import type { SessionMode } from './messages.ts'
import type { RealtimeSocket } from './socket.ts'

export interface Script {
  readonly state: 'writing' | 'written' | 'failed'
  /** What the source of the texts has thrown. */
  readonly error: unknown
  /** Characters so far, as they are billed. */
  readonly characters: number
  /** To be told when a response is done: in commit mode the next text waits for it. */
  responded(): void
}

/**
 * Writes texts into a session as they come, and finishes the session after the last one. Closes the socket when their
 * source fails; calls `written` when there is nothing more to say.
 */
export function writeScript(
  texts: AsyncIterable<string>,
  socket: RealtimeSocket,
  mode: SessionMode,
  signal: AbortSignal,
  written: () => void,
): Script {
  const script = { state: 'writing' as Script['state'], error: undefined as unknown, characters: 0, responded() {} }

  async function write(): Promise<void> {
    for await (const text of until(signal, texts)) {
      // Nothing to say must not be committed: the server takes that for a mistake.
      if (text === '' || (mode === 'commit' && text.trim() === '')) continue
      socket.send({ type: 'input_text_buffer.append', text })
      script.characters += countCharacters(text)
      if (mode === 'commit') {
        const done = Promise.withResolvers<void>()
        script.responded = done.resolve
        socket.send({ type: 'input_text_buffer.commit' })
        await done.promise
      }
    }
    if (signal.aborted) return
    socket.send({ type: 'session.finish' })
    script.state = 'written'
    written()
  }

  write().catch((error: unknown) => {
    script.state = 'failed'
    script.error = error
    socket.close()
  })
  return script
}

/** Leaves a source when the signal aborts, even one that has nothing to give for now. */
async function* until<T>(signal: AbortSignal, source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  const { promise: stopped, resolve: stop } = Promise.withResolvers<{ done: true; value: undefined }>()
  const leave = () => stop({ done: true, value: undefined })
  signal.addEventListener('abort', leave, { once: true })
  if (signal.aborted) leave()
  let ended = false
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), stopped])
      if (next.done) {
        ended = !signal.aborted
        return
      }
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', leave)
    if (!ended) iterator.return?.().catch(() => {})
  }
}
