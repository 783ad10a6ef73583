import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './migrations/index.ts'

/**
 * Puts a copy in the place of `lector.db`, after it was found whole and not newer than this Lector; what was there is kept
 * beside it, and its path returned. For a Lector that does not run. Throws a sentence and changes nothing otherwise.
 */
export async function restoreSqlite(copy: string, directory: string, now: Date): Promise<string | undefined> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'lector.db')
  const incoming = `${file}.restoring`
  try {
    // Checked where it may be written to: SQLite wants to, even to read.
    await copyFile(copy, incoming).catch((error: NodeJS.ErrnoException) => refuse(copy, error.code ?? error.message))
    check(incoming, copy)
    await flush(incoming)
    const kept = await keepAside(file, now)
    await rename(incoming, file)
    return kept
  } catch (error) {
    for (const ending of ['', ...JOURNALS]) await rm(`${incoming}${ending}`, { force: true })
    throw error
  }
}

const JOURNALS = ['-wal', '-shm']

function check(file: string, copy: string): void {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file)
    const [{ integrity_check: found }] = db.prepare('PRAGMA integrity_check').all() as [{ integrity_check: string }]
    if (found !== 'ok') throw new Error(`it is damaged (${found})`)
    const steps = db.prepare('SELECT name FROM kysely_migration').all() as { name: string }[]
    const newer = steps.find(({ name }) => !(name in MIGRATIONS))
    if (newer) throw new Error(`a newer Lector wrote it (${newer.name}): update Lector first`)
  } catch (error) {
    refuse(copy, error instanceof Error ? error.message : String(error))
  } finally {
    db?.close()
  }
}

function refuse(copy: string, reason: string): never {
  throw new Error(`${copy} cannot be restored: ${reason}. Nothing was changed.`)
}

/** With all that is still in its journal, which would otherwise be applied to the copy. */
async function keepAside(file: string, now: Date): Promise<string | undefined> {
  const kept = `${file}.before-restore-${now.toISOString().replace(/[:.]/g, '-')}`
  const moved = await moveIfThere(file, kept)
  for (const ending of JOURNALS) await moveIfThere(`${file}${ending}`, `${kept}${ending}`)
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
