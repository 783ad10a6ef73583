import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
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
    writeFileSync(file, '')
  } catch {
    // What cannot be written to cannot be installed into either.
    return
  }
  process.once('exit', () => rmSync(file, { force: true }))
}
