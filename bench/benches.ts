import { command } from './command.ts'
import { firstSound } from './first-sound.ts'
import type { Bench } from './support/bench.ts'

/** In the order in which they run. */
export const benches: readonly Bench[] = [firstSound, command]
