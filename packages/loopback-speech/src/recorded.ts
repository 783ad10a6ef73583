import type { EventEmitter } from 'node:events'
import type { Faults } from './faults.ts'
import type { Caller, Recorder } from './served-request.ts'
import type { ServiceContext } from './service-context.ts'
import { type Line, soundOf } from './sound.ts'
import type { SpeechRequest } from './speech-request.ts'

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
  context: ServiceContext,
  connection: Pick<EventEmitter, 'once'>,
  asked: SpeechRequest,
  { body, caller }: { readonly body: string; readonly caller: Caller | undefined },
): Recorded {
  const recorder = context.record(asked, { body, ...(caller && { caller }) })
  const gone = new AbortController()
  connection.once('close', () => {
    recorder.end('cancelled')
    gone.abort()
  })
  return {
    recorder,
    faults: context.faultsOf(recorder.request),
    signal: gone.signal,
    async *speak(line) {
      for await (const pcm of soundOf(context.synthesize, line, gone.signal)) {
        recorder.sounded(pcm)
        yield pcm
      }
    },
  }
}
