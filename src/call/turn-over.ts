import type { Clock } from '../kernel/clock.ts'
import { LectorError } from '../kernel/errors.ts'

/** Nobody holds a server for longer than this while others wait. */
const LONGEST_TURN_MS = 60_000
const LOOK_EVERY_MS = 1_000

/** Resolves with the error that ends a turn once it has lasted for its time and may not go on. Rejects when aborted. */
export async function turnOver(clock: Clock, mayGoOn: () => boolean, signal: AbortSignal): Promise<LectorError> {
  await clock.sleep(LONGEST_TURN_MS, signal)
  while (mayGoOn()) await clock.sleep(LOOK_EVERY_MS, signal)
  return new LectorError('voice.turn-over', {}, 'an utterance was cut because others were waiting')
}
