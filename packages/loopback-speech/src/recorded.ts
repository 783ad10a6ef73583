import type { EventEmitter } from 'node:events'
import type { Faults } from './faults.ts'
import type { Caller, Recorder } from './served-request.ts'
import type { ServiceContext } from './service-context.ts'
import { type Line, soundOf } from './sound.ts'
import type { SpeechRequest } from './speech-request.ts'

/** A recorded request and its sound. */
export interface Recorded {
  readonly recorder: Recorder
  readonly faults: Faults
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal
  /** Synthesises a line; the part that is consumed is recorded. */
  speak(line: Line): AsyncIterable<Buffer>
}

/** Records a request until its answer ends or its connection closes. */
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
