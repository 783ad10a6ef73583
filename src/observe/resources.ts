import type { Log } from '../kernel/log.ts'

/**
 * Writes down at every SIGUSR2 what the process holds: open handles and timers by kind, what is open of our own, and
 * megabytes of memory, after a garbage collection where Node was started with `--expose-gc`. What only grows from one
 * report to the next leaks.
 */
export function reportResources(log: Log, held: () => Readonly<Record<string, number>>): void {
  // Windows has no such signal.
  if (process.platform === 'win32') return
  process.on('SIGUSR2', () => {
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    const memory = { rss: megabytes(rss), heap: megabytes(heapUsed), external: megabytes(external) }
    log.info({ resources: { ...countOf(process.getActiveResourcesInfo()), ...held() }, memory }, 'resources')
  })
}

function countOf(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 18) / 4
}
