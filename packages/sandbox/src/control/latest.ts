import { UsageError } from '@lector/loopback-discord'

/** Stands for the newest of its kind wherever an id is asked for, so that nobody has to copy ids. */
export const LAST = 'last'

/** One of the things that an address of the API lists, oldest first. @throws UsageError when there is none such */
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
