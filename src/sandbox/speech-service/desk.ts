import type { Clock } from '../../kernel/clock.ts'
import type { Faults } from './faults.ts'
import type { Order } from './order.ts'
import type { Refusal } from './refusals.ts'
import type { Recorder, ServedRequest } from './served-request.ts'
import type { Synthesize } from './sound.ts'

/** What every way of asking for speech shares: one key, one rate limit, one voice, one book of requests. */
export interface Desk {
  readonly key: string
  readonly synthesize: Synthesize
  readonly clock: Clock
  /** Writes down a request that has come in. */
  record(order: Order, origin: { readonly body: string; readonly workspace?: string }): Recorder
  faultsOf(request: ServedRequest): Faults
  /** Counts a request against the rate limit. */
  tooFast(): Refusal | undefined
}
