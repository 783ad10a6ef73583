import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { LectorError } from '../kernel/errors.ts'
import { codeOf, reasonOf } from './database-error.ts'
import { SqliteError } from './sqlite-dialect.ts'

/** Why the settings cannot be opened, and what the host does about it. Retryable when the database is only away. */
export function notMigrated(error: unknown): LectorError {
  const message = `Cannot open the settings: ${explain(error)}`
  return new LectorError('settings.not-migrated', {}, message, { retryable: isAway(error) })
}

/** The data folder, or the file in it, is somebody else's, read-only, full, or no folder at all. */
export function folderNotUsable(error: unknown, folder: string): LectorError {
  const message = `Cannot use the data folder ${folder}: ${explainFolder(codeOf(error) ?? 'unknown', folder)}`
  return new LectorError('settings.not-migrated', {}, message)
}

function explain(error: unknown): string {
  if (error instanceof SqliteError) return `${reasonOf(error)}.${SQLITE_REMEDIES.get(error.errcode & 0xff) ?? ''}`
  const code = codeOf(error)
  if (code !== undefined) return `${reasonOf(error)}.${remedyFor(code)}`
  const message = error instanceof Error ? error.message : 'unknown error'
  if (/timeout|terminated/i.test(message)) return `${message}.${UNREACHABLE}`
  // Kysely speaks, and names steps only.
  return /previously executed migration/.test(message) ? `${message}.${NEWER}` : message
}

const NEWER = ' A newer Lector wrote them: update Lector, or restore the backup that was made before its update.'
const UNREACHABLE = ' Check that Postgres runs, and host and port in DATABASE_URL.'

/** By the primary result code (https://www.sqlite.org/rescode.html). */
const SQLITE_REMEDIES = new Map([
  [8, ' Let the user that runs Lector write to lector.db and its folder.'],
  [10, ' The disk fails or is not there.'],
  [11, ' lector.db is damaged: restore a backup with `npm run restore -- FILE`.'],
  [13, ' The disk is full.'],
  [14, ' Let the user that runs Lector write to the data folder.'],
  [26, ' lector.db is no database, or damaged: restore a backup with `npm run restore -- FILE`.'],
])

/** Codes of Node, and SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function remedyFor(code: string): string {
  if (AWAY.has(code)) return UNREACHABLE
  if (code === '28P01' || code === '28000') return ' Postgres refuses user or password: check DATABASE_URL.'
  if (code === '3D000') return ' There is no such database: create it, or check the name in DATABASE_URL.'
  if (code === '42501') return ' The user of DATABASE_URL may not create tables there.'
  return ''
}

/** Nobody answers, or Postgres is only starting, stopping or full. */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'],
  ...['57P01', '57P02', '57P03', '53300', '08001', '08006'],
])

function isAway(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined) return AWAY.has(code)
  return !(error instanceof SqliteError) && error instanceof Error && /timeout|terminated/i.test(error.message)
}

function explainFolder(code: string, folder: string): string {
  if (code === 'EROFS') return 'it is on a read-only file system. Set LECTOR_DATA_DIR to a folder on a volume.'
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full.'
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return 'a file of that name is in the way. Set LECTOR_DATA_DIR to a folder.'
  if (code !== 'EACCES' && code !== 'EPERM') return `${code}.`
  const own = process.getuid?.()
  if (own === undefined) return 'Lector may not write there.'
  const remedy = `${existsSync(folder) ? '' : `mkdir -p ${folder} && `}chown -R ${own} ${folder}`
  return `it belongs to uid ${ownerOf(folder)}, and Lector runs as uid ${own}. Run \`${remedy}\`, or set LECTOR_DATA_DIR.`
}

/** Of the folder, or of the nearest one above it that exists. */
function ownerOf(folder: string): number {
  try {
    return statSync(folder).uid
  } catch {
    return ownerOf(dirname(folder))
  }
}
