export interface ReadAheadOptions<T> {
  /** Reading pauses while so much waits to be taken. */
  readonly limit: number
  readonly sizeOf: (item: T) => number
  /** Ends the reading; the source must listen to it too. */
  readonly signal: AbortSignal
}

/** Reads a source from now on, before anybody takes what it gives. What it throws comes after all that it gave. */
export function readAhead<T>(source: AsyncIterable<T>, options: ReadAheadOptions<T>): AsyncIterable<T> {
  const { limit, sizeOf, signal } = options
  const waiting: T[] = []
  let size = 0
  let end: { readonly error?: unknown } | undefined
  let arrived = Promise.withResolvers<void>()
  let room = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => room.resolve(), { once: true })

  async function read(): Promise<void> {
    try {
      for await (const item of source) {
        waiting.push(item)
        size += sizeOf(item)
        arrived.resolve()
        if (size >= limit && !signal.aborted) await room.promise
        signal.throwIfAborted()
      }
      end = {}
    } catch (error) {
      end = { error }
    }
    arrived.resolve()
  }

  async function* take(): AsyncGenerator<T> {
    for (;;) {
      await arrived.promise
      arrived = Promise.withResolvers()
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        size -= sizeOf(item)
        if (size < limit) {
          room.resolve()
          room = Promise.withResolvers()
        }
        yield item
      }
      if (!end) continue
      if ('error' in end) throw end.error
      return
    }
  }

  void read()
  return take()
}
