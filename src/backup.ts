import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadEnvFile, readConfig } from './config/config.ts'
import { openSqlite } from './settings/open-sqlite.ts'

const usage = `Copies the settings into a file, while the bot runs or not.

  npm run backup -- FILE

To restore it, stop the bot and put the file in the place of lector.db in the data folder; lector.db-wal and
lector.db-shm there are to be removed. Settings in Postgres are copied with pg_dump.
`

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [file] = positionals
  if (file === undefined) throw new Error(usage)
  if (existsSync(file)) throw new Error(`${file} is there already. Name a new file.`)
  loadEnvFile()
  const { DATABASE_URL: url, LECTOR_DATA_DIR: directory } = readConfig(process.env)
  if (url !== undefined) throw new Error('The settings are in Postgres. Copy them with pg_dump.')
  const store = await openSqlite(directory)
  try {
    await store.backup(file)
  } finally {
    await store.close()
  }
  console.log(`The settings of ${directory} are in ${file}.`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
