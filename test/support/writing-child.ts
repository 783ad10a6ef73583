import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { openSqlite } from '../../src/settings/open-sqlite.ts'

/**
 * Writes to several databases at once and without end, and prints `<database> <number>` for each write once it is
 * acknowledged. Meant to be killed. Usage: node writing-child.ts <directory> <first number of each database>…
 */
const [directory, ...firsts] = process.argv.slice(2)
// The next child starts faster from what this one has compiled, which Node would keep only at an orderly exit.
flushCompileCache()
await Promise.all(firsts.map((first, database) => write(database, Number(first))))

async function write(database: number, first: number): Promise<never> {
  const store = await openSqlite(join(directory!, String(database)))
  for (let n = first; ; n++) {
    await store.intents.set({ guild: '1', channel: '2', since: n })
    await store.usage.reserve({ guild: '1', user: '3' }, 1, {})
    writeSync(1, `${database} ${n}\n`)
  }
}
