import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './lock.mjs'

/** Where `src/` notes each process that runs from this folder, by its process id. */
export const RUNNING = 'node_modules/.lector-running'

/** The processes that would miss their packages. */
export function runningFrom(root) {
  return idsIn(join(root, RUNNING)).filter((id) => isAlive(id) && isLector(id))
}

function idsIn(folder) {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}

/** A killed process leaves its note behind, and its id may be somebody else's by now. Only Linux tells. */
function isLector(id) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('src/')
  } catch {
    return true
  }
}
