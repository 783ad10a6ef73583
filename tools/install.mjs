// Makes `npm test` work as the first command in a fresh clone, on any Node from 18 on: installs what package-lock.json asks
// for and is not there, with what development needs after `--dev`.
import { ensureInstalled } from './install/ensure-installed.mjs'

await ensureInstalled(process.argv.includes('--dev'))
