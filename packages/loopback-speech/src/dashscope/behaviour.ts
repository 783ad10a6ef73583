import type { Faults } from '../faults.ts'
import type { ServedRequest } from '../served-request.ts'

/** How an account at DashScope differs from one that may use everything. */
export interface DashScopeBehaviour {
  /** Models that have been retired. */
  readonly gone?: readonly string[]
  /** Models that this account has no right to. */
  readonly forbidden?: readonly string[]
  /** When models go offline, e.g. `2026-12-31 00:00:00`, by id. */
  readonly offline?: Readonly<Record<string, string>>
  /** What goes wrong with a request; `count` is 1 for the first of the mood. */
  readonly faults?: (request: ServedRequest, count: number) => Faults | undefined
}
