import type { IncomingMessage } from 'node:http'
import type { Clock } from './clock.ts'
import type { DashScopeBehaviour } from './dashscope/behaviour.ts'
import type { Faults } from './faults.ts'
import type { Refusal } from './refusals.ts'
import type { Caller, Origin, Recorder, ServedRequest } from './served-request.ts'
import type { Synthesize } from './sound.ts'
import type { SpeechRequest } from './speech-request.ts'

/** What every way of asking for speech shares: the keys, one rate limit, one voice, one book of requests. */
export interface ServiceContext {
  readonly synthesize: Synthesize
  readonly clock: Clock
  /** Undefined when the key is none of ours. */
  callerOf(request: IncomingMessage): Caller | undefined
  /** Writes down a request that has come in. */
  record(asked: SpeechRequest, origin: Origin): Recorder
  /** How the account at DashScope is at the moment. */
  dashscope(): DashScopeBehaviour
  faultsOf(request: ServedRequest): Faults
  /** Counts a request against the rate limit. */
  tooFast(): Refusal | undefined
}
