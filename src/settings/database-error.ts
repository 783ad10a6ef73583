import { SqliteError } from './sqlite-dialect.ts'

/**
 * The reason of a failed query, for an error message. Postgres repeats values of the row in its messages and details,
 * so only its code is passed on.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof SqliteError) return `SQLite ${error.errcode}, ${error.message}`
  return `database error ${codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')}`
}

/** An SQLSTATE of Postgres (https://www.postgresql.org/docs/current/errcodes-appendix.html) or a code of Node. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}
