import { spawn } from 'node:child_process'

export interface Systemd {
  ready(): void
  stopping(): void
}

/**
 * Tells systemd how it is, for units with `Type=notify`, and that the event loop turns, for units with `WatchdogSec`.
 * Node has no datagram sockets of Unix, so one shell waits for words and passes them to `systemd-notify`; the bot itself
 * starts no process while it speaks.
 */
export function notifySystemd(environment: NodeJS.ProcessEnv = process.env): Systemd {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: watchdog } = environment
  if (!socket) return { ready() {}, stopping() {} }
  const shell = spawn('/bin/sh', ['-c', 'while read -r state; do systemd-notify "$state"; done'], {
    env: environment,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  // Without a shell nothing is told, and systemd says so when its time is over.
  shell.on('error', () => {})
  shell.stdin?.on('error', () => {})
  const say = (state: string) => void shell.stdin?.write(`${state}\n`)
  // systemd recommends half of its time: https://www.freedesktop.org/software/systemd/man/latest/sd_watchdog_enabled.html
  if (watchdog) setInterval(say, Number(watchdog) / 1_000 / 2, 'WATCHDOG=1').unref()
  return { ready: () => say('READY=1'), stopping: () => say('STOPPING=1') }
}
