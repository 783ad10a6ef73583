import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config/config.ts'
import { fromWhereTheyStand, loadEnvironment } from './environment.ts'
import { openSqlite } from './settings/open-sqlite.ts'

const usage = `Copies the settings into a file, while the bot runs or not.

  npm run backup -- FILE

npm run restore -- FILE puts them back. Settings in Postgres are copied with pg_dump.
`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) return console.log(usage)
  const [name] = positionals
  if (name === undefined) throw new Error(usage)
  const file = fromWhereTheyStand(name)
  if (existsSync(file)) throw new Error(`${file} exists. Name a new file.`)
  loadEnvironment()
  const { DATABASE_URL: url, LECTOR_DATA_DIR: directory } = readConfig(process.env)
  if (url !== undefined) throw new Error('The settings are in Postgres. Copy them with pg_dump.')
  const store = await openSqlite(directory)
  try {
    await store.backup(file)
  } finally {
    await store.close()
  }
  console.log(`The settings of ${resolve(directory)} are in ${file}.`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
