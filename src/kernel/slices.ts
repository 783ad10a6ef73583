import { setImmediate as turn } from 'node:timers/promises'

/** Audio leaves every 20 ms from the same thread, so no piece of other work should take half of that. */
const SLICE_MS = 4

/**
 * Long work in slices: call the returned function between its steps. It resolves after a turn of the event loop once a
 * slice is used up, and at once before that.
 */
export function inSlices(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now()
  return async () => {
    if (now() - since < SLICE_MS) return
    await turn()
    since = now()
  }
}
