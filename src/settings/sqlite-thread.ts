import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { SqliteAnswer, SqliteRequest } from './sqlite-messages.ts'

/**
 * The thread of sqlite-dialect.ts: one connection, one statement after another. It never waits for a lock
 * (`timeout: 0`), so that reads are answered while a write is retried.
 */
const port = parentPort!
const database = new DatabaseSync((workerData as { file: string }).file, { timeout: 0 })

port.on('message', (request: SqliteRequest) => {
  if (request.kind === 'close') {
    database.close()
    port.close()
  } else {
    port.postMessage(answer(request))
  }
})

function answer({ id, sql, parameters }: Extract<SqliteRequest, { kind: 'run' }>): SqliteAnswer {
  try {
    const statement = database.prepare(sql)
    const values = parameters as SQLInputValue[]
    if (statement.columns().length > 0) return { id, ok: true, rows: statement.all(...values), changes: 0 }
    return { id, ok: true, rows: [], changes: Number(statement.run(...values).changes) }
  } catch (error) {
    const { errcode, errstr } = error as { errcode?: number; errstr?: string }
    return { id, ok: false, errcode: errcode ?? 0, errstr: errstr ?? 'not a database error' }
  }
}
