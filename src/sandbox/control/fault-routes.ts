import type { FaultPanel, FaultValues } from '../faults/fault-panel.ts'
import { NO_CONTENT, type Route, route } from '../http/router.ts'

/** What can go wrong, as switches. `guild` names another server than the one of the start. */
export function faultRoutes(faults: FaultPanel): Route<undefined>[] {
  return [
    route('GET', '/faults', () => faults.list()),
    route('POST', '/faults/:fault', async ({ params, body }) => {
      const { guild, ...values } = body as FaultValues & { readonly guild?: string }
      await faults.cause(params.fault, values, guild)
      return NO_CONTENT
    }),
    route('DELETE', '/faults/:fault', ({ params, query }) => {
      faults.end(params.fault, query.get('guild') ?? undefined)
      return NO_CONTENT
    }),
  ]
}
