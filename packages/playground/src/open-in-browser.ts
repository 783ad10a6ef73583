import { spawn } from 'node:child_process'

/** Opens an address in the person's browser, if she sits before this machine. Nobody waits for it or misses it. */
export function openInBrowser(address: string, { env, platform, stdout } = process): void {
  const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  if (!stdout.isTTY || env.CI || !hasDisplay) return
  const [command = '', ...args] = OPENERS[platform] ?? ['xdg-open']
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  // `start` takes its first argument in quotes for a title.
  win32: ['cmd', '/c', 'start', ''],
}
