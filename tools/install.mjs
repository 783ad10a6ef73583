// Runs before every npm script, on whatever Node the machine has: makes `npm start` and `npm test` work as the first
// command in a fresh clone. Installs only when the lockfile is newer than what is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lock = `${root}package-lock.json`
// npm writes this file last, so its time says that an installation was finished.
const installed = `${root}node_modules/.package-lock.json`
const runtime = `${root}node_modules/.bin/${process.platform === 'win32' ? 'node.cmd' : 'node'}`

if (!existsSync(installed) || !existsSync(runtime) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('Installing what Lector needs (once, about half a minute) ...')
  // The machine's own Node may be older than what the packages ask for; they run on the one in node_modules, which
  // this very step brings. Hence no engine warnings.
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The installation failed. Check that this machine reaches the npm registry, then try again.')
    process.exit(status ?? 1)
  }
}
