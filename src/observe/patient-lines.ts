import { pino } from 'pino'

/** Lines that wait for a reader, in bytes; later ones are dropped and counted. */
const MOST_WAITING = 2 ** 20
/** A reader that takes nothing for this long has stopped; the end of the process does not wait for it. */
const STOPPED_MS = 500

/**
 * Where log lines go without anybody waiting for them. A pipe whose reader has stopped (a pager, Ctrl-S in a terminal)
 * blocks whoever writes to it once 64 KiB are in it; here that costs lines and nothing else.
 */
export function patientLines(descriptor: number) {
  const stream = pino.destination({ dest: descriptor, sync: false, maxLength: MOST_WAITING })
  let dropped = 0
  let unreadSince: number | undefined
  stream.on('drop', () => {
    dropped += 1
  })
  stream.on('write', () => {
    unreadSince = undefined
  })
  const write = stream.write.bind(stream)
  stream.write = (line) => {
    unreadSince ??= performance.now()
    return write(line)
  }
  // pino writes what is left when the process exits, and would wait for the reader for ever.
  const flushSync = stream.flushSync.bind(stream)
  stream.flushSync = () => {
    if (unreadSince === undefined || performance.now() - unreadSince < STOPPED_MS) flushSync()
  }
  return {
    stream,
    /** Calls back with how many lines were dropped, once the reader is back. */
    onRecovered(callback: (dropped: number) => void): void {
      stream.on('drain', () => {
        const count = dropped
        dropped = 0
        if (count > 0) callback(count)
      })
    },
  }
}
