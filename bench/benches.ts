import { cache } from './cache.ts'
import { command } from './command.ts'
import { complexity } from './complexity.ts'
import { cpu } from './cpu.ts'
import { crowd } from './crowd.ts'
import { firstSound } from './first-sound.ts'
import { growth } from './growth.ts'
import { servers } from './servers.ts'
import { speakers } from './speakers.ts'
import { stages } from './stages.ts'
import type { Bench } from './support/bench.ts'

/** In the order in which they run. */
export const benches: readonly Bench[] = [
  firstSound,
  command,
  cpu,
  stages,
  complexity,
  speakers,
  growth,
  servers,
  crowd,
  cache,
]
