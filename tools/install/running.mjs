import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './lock.mjs'

/**
 * The processes that would miss their packages: those that noted themselves (`src/note-running.ts`), and on Linux those
 * that could not, because the folder belongs to another user than they do.
 */
export function runningFrom(root) {
  const noted = idsIn(join(root, 'node_modules/.lector-running')).filter(
    (id) => isAlive(id) && isBot(id, root) !== false,
  )
  return [...new Set([...noted, ...idsIn('/proc').filter((id) => isBot(id, root))])]
}

function idsIn(folder) {
  try {
    return readdirSync(folder)
      .map(Number)
      .filter((id) => id > 0)
  } catch {
    return []
  }
}

/** A killed process leaves its note behind, and its id may be somebody else's by now. Undefined where nothing tells. */
function isBot(id, root) {
  try {
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8')
    // One that still installs, such as this one, has not loaded anything yet.
    if (!command.includes('src/start.ts') || command.includes('tools/run.mjs')) return false
    return (
      command.includes(join(root, 'src/start.ts')) || join(readlinkSync(`/proc/${id}/cwd`), '.') === join(root, '.')
    )
  } catch {
    return undefined
  }
}
