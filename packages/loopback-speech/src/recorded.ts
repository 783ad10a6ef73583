import type { EventEmitter } from 'node:events'
import type { Desk } from './desk.ts'
import type { Faults } from './faults.ts'
import type { Order } from './order.ts'
import type { Caller, Recorder } from './served-request.ts'
import { type Line, soundOf } from './sound.ts'

/** A request that has been written down, and its sound as it is made. */
export interface Recorded {
  readonly recorder: Recorder
  readonly faults: Faults
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal
  /** The sound of a line; what is taken of it is part of the record. */
  speak(line: Line): AsyncIterable<Buffer>
}

/** Writes a request down until its answer ends, or its connection closes. */
export function recorded(
  desk: Desk,
  connection: Pick<EventEmitter, 'once'>,
  order: Order,
  { body, caller }: { readonly body: string; readonly caller: Caller | undefined },
): Recorded {
  const recorder = desk.record(order, { body, ...(caller && { caller }) })
  const gone = new AbortController()
  connection.once('close', () => {
    recorder.end('cancelled')
    gone.abort()
  })
  return {
    recorder,
    faults: desk.faultsOf(recorder.request),
    signal: gone.signal,
    async *speak(line) {
      for await (const pcm of soundOf(desk.synthesize, line, gone.signal)) {
        recorder.sounded(pcm)
        yield pcm
      }
    },
  }
}
