import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs the work while no other process of this folder does: two installations in one place ruin each other. */
export async function locked(root, work) {
  const folder = join(root, '.install')
  mkdirSync(folder, { recursive: true })
  const mine = join(folder, `process-${process.pid}`)
  const lock = join(folder, 'process')
  writeFileSync(mine, String(process.pid))
  try {
    while (!take(mine, lock)) await sleep(300)
    return await work()
  } finally {
    if (ownerOf(lock) === process.pid) rmSync(lock, { force: true })
    rmSync(mine, { force: true })
  }
}

/** A link appears with its content or not at all, where a new file would be empty for a moment. */
function take(mine, lock) {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const owner = ownerOf(lock)
    if (owner !== undefined && !isAlive(owner)) rmSync(lock, { force: true })
    return false
  }
}

function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return undefined
  }
}

export function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return error.code === 'EPERM'
  }
}
