import { createParser } from 'eventsource-parser'

export interface SseFormat<T> {
  /** What one event says; undefined when it says nothing of interest. */
  read(data: string, event: string | undefined): T | undefined
  /** A comment line, without its colon. */
  comment?(text: string): void
  /** What stands for an event that is too long; nothing is read after it. */
  readonly tooLong: T
}

export interface SseReader<T> {
  /** What these bytes complete, in order. */
  push(bytes: Uint8Array): readonly T[]
}

/** Reads server-sent events, cut anywhere, even inside a character. */
export function createSseReader<T>(format: SseFormat<T>, maxEventLength = MAX_EVENT_LENGTH): SseReader<T> {
  const decoder = new TextDecoder()
  let completed: T[] = []
  let overflown = false

  const parser = createParser({
    maxBufferSize: maxEventLength,
    onComment: (text) => format.comment?.(text),
    onEvent({ data, event }) {
      const read = format.read(data, event)
      if (read !== undefined) completed.push(read)
    },
    onError({ type }) {
      if (type !== 'max-buffer-size-exceeded') return
      overflown = true
      completed.push(format.tooLong)
    },
  })

  return {
    push(bytes) {
      if (overflown) return []
      parser.feed(decoder.decode(bytes, { stream: true }))
      const result = completed
      completed = []
      return result
    },
  }
}

/** Usual events have 65 thousand characters; this is half a minute of sound in one. */
const MAX_EVENT_LENGTH = 2 * 1024 * 1024
