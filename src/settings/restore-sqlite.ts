import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './migrations/index.ts'

/**
 * Puts a copy in the place of `lector.db`, after it was found whole and not newer than this Lector; what was there is kept
 * beside it, and its path returned. For a Lector that does not run. Throws a sentence and changes nothing otherwise.
 */
export async function restoreSqlite(copy: string, directory: string, now: Date): Promise<string | undefined> {
  checkCopy(copy)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'lector.db')
  const incoming = `${file}.restoring`
  try {
    await copyFile(copy, incoming)
    await flush(incoming)
    const kept = await keepAside(file, now)
    await rename(incoming, file)
    return kept
  } catch (error) {
    await rm(incoming, { force: true })
    throw error
  }
}

function checkCopy(copy: string): void {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(copy, { readOnly: true })
    const [{ integrity_check: found }] = db.prepare('PRAGMA integrity_check').all() as [{ integrity_check: string }]
    if (found !== 'ok') throw new Error(`it is damaged (${found})`)
    const steps = db.prepare('SELECT name FROM kysely_migration').all() as { name: string }[]
    const newer = steps.find(({ name }) => !(name in MIGRATIONS))
    if (newer) throw new Error(`a newer Lector wrote it (${newer.name}): update Lector first`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${copy} cannot be restored: ${reason}. Nothing was changed.`)
  } finally {
    db?.close()
  }
}

/** With all that is still in its journal, which would otherwise be applied to the copy. */
async function keepAside(file: string, now: Date): Promise<string | undefined> {
  const kept = `${file}.before-restore-${now.toISOString().replace(/[:.]/g, '-')}`
  const journals = ['-wal', '-shm'].map((ending) => [`${file}${ending}`, `${kept}${ending}`] as const)
  const moved = await moveIfThere(file, kept)
  for (const [from, to] of journals) await moveIfThere(from, to)
  return moved ? kept : undefined
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

/** On the disk, before anything takes its name. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
