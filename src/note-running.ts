import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', 'node_modules', '.lector-running')

/**
 * Notes in a file that this process runs on the packages of this folder, until it ends. `tools/install.mjs` reads it:
 * new packages wait for the next start instead of taking away what a running bot has yet to load.
 */
export function noteRunning(): void {
  const file = join(FOLDER, String(process.pid))
  try {
    mkdirSync(FOLDER, { recursive: true })
    forgetTheDead()
    writeFileSync(file, '')
  } catch {
    // A folder of somebody else, such as root's: on Linux the installation finds the process by itself.
    return
  }
  process.once('exit', () => rmSync(file, { force: true }))
}

/** Processes that were killed could not remove their notes. */
function forgetTheDead(): void {
  for (const name of readdirSync(FOLDER)) {
    try {
      process.kill(Number(name), 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') rmSync(join(FOLDER, name), { force: true })
    }
  }
}
