/** How soon an end of npm is noticed. */
const WATCH_MS = 250

/**
 * Calls back when this process is to end: on SIGTERM and SIGINT, and when the npm that started it has ended. npm passes
 * signals on to its shell, which ends without passing them on to us.
 */
export function onStopSignal(stop: (signal: string) => void, environment: NodeJS.ProcessEnv = process.env): void {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal))
  if (environment.npm_lifecycle_event === undefined) return
  const { ppid } = process
  const timer = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(timer)
    stop('the end of npm')
  }, WATCH_MS)
  timer.unref()
}
