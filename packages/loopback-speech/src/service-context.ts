import type { IncomingMessage } from 'node:http'
import type { Clock } from './clock.ts'
import type { DashScopeBehaviour } from './dashscope/behaviour.ts'
import type { Faults } from './faults.ts'
import type { Refusal } from './refusals.ts'
import type { Caller, Origin, Recorder, ServedRequest } from './served-request.ts'
import type { Synthesize } from './sound.ts'
import type { SpeechRequest } from './speech-request.ts'

/** Shared by all speech services on the port: keys, one rate limit, one voice, one list of requests. */
export interface ServiceContext {
  readonly synthesize: Synthesize
  readonly clock: Clock
  /** Undefined for an unknown key. */
  callerOf(request: IncomingMessage): Caller | undefined
  /** Records a request. */
  record(asked: SpeechRequest, origin: Origin): Recorder
  /** Current state of the DashScope account. */
  dashscope(): DashScopeBehaviour
  faultsOf(request: ServedRequest): Faults
  /** Counts a request against the rate limit. */
  tooFast(): Refusal | undefined
}
