import { UsageError } from '@lector/loopback-discord'

/** Names the newest item wherever an id is expected. */
export const LAST = 'last'

/** Finds an item by id, or the newest. Items are oldest first. @throws UsageError if there is no such item */
export function lastOrById<T extends { readonly id: string }>(
  things: readonly T[],
  lastOrId: string,
  kind: string,
  address: string,
): T {
  const thing = lastOrId === LAST ? things.at(-1) : things.find(({ id }) => id === lastOrId)
  if (!thing) throw new UsageError(`There is no ${kind} "${lastOrId}"; GET ${address} lists them.`, 404)
  return thing
}
