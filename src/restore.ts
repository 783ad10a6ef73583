import { parseArgs } from 'node:util'
import { readConfig } from './config/config.ts'
import { fromWhereTheyStand, loadEnvironment } from './environment.ts'
import { aloneOwnership } from './fleet/alone.ts'
import { systemClock } from './kernel/clock.ts'
import { restoreSqlite } from './settings/restore-sqlite.ts'

const usage = `Puts a copy of the settings back, after checking it. Stop the bot first.

  npm run restore -- FILE

The settings that were there stay beside it in the data folder. Settings in Postgres are restored with pg_restore.
`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) return console.log(usage)
  const [name] = positionals
  if (name === undefined) throw new Error(usage)
  loadEnvironment()
  const { DATABASE_URL: url, LECTOR_DATA_DIR: directory } = readConfig(process.env)
  if (url !== undefined) throw new Error('The settings are in Postgres. Restore them with pg_restore.')
  const file = fromWhereTheyStand(name)
  // Held by a bot that runs; without it none can start on the folder meanwhile.
  const wanted = { shards: 1, perProcess: 1 }
  const owned = await aloneOwnership(directory, systemClock).acquire(wanted, new AbortController().signal, () => {})
  const kept = await restoreSqlite(file, directory, new Date()).finally(() => owned.release())
  console.log(`The settings are those of ${file}.${kept ? ` The ones before are in ${kept}.` : ''}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
