import { route as anyRoute, NO_CONTENT, optional, type Route, readFields, text } from '@lector/loopback-discord/http'
import type { FaultPanel } from '../faults/fault-panel.ts'
import { NO_FIELDS, route } from './route.ts'

const GUILD = optional(text('the id of another server than the one of the start'))

/** Routes that list, trigger and end faults. */
export function faultRoutes(faults: FaultPanel): Route<undefined>[] {
  return [
    route('GET', '/faults', NO_FIELDS, () => faults.list()),
    // Each fault has parameters of its own.
    anyRoute('POST', '/faults/:fault', async ({ params, body }) => {
      const { guild, ...values } = readFields({ ...faults.fieldsOf(params.fault), guild: GUILD }, body)
      await faults.cause(params.fault, values, guild as string | undefined)
      return NO_CONTENT
    }),
    route('DELETE', '/faults/:fault', NO_FIELDS, ({ params, query }) => {
      faults.end(params.fault, query.get('guild') ?? undefined)
      return NO_CONTENT
    }),
  ]
}
