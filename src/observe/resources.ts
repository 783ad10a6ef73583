import type { Log } from '../kernel/log.ts'

/**
 * Logs the process's resources at every SIGUSR2: open handles and timers by kind, our own open resources, and
 * megabytes of memory, after a garbage collection if Node was started with `--expose-gc`. A number that grows from
 * report to report is a leak.
 */
export function reportResources(log: Log, held: () => Readonly<Record<string, number>>): void {
  // Windows does not have this signal.
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
