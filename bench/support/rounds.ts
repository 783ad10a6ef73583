import { setImmediate as nextTurn } from 'node:timers/promises'
import { median } from './statistics.ts'

/**
 * Runs each task in turn, round after round, and gives each one's median CPU time in milliseconds: what disturbs
 * the machine disturbs all of them, and time that others had the core for does not count. The first round warms up.
 */
export async function inTurns<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(tasks) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const before = process.cpuUsage()
      await tasks[name]()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times[name].push((user + system) / 1_000)
      await nextTurn()
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}
