import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const EVERY_MS = 500
/** Logs are read later, and by then every line is one too many. */
const EVERY_MS_IN_LOGS = 15_000

/** Counts the packages that have arrived in a folder, on one line of a terminal. */
export function showProgress(folder, wanted, output = process.stderr) {
  const { isTTY } = output
  const show = () => {
    const arrived = countArrived(folder)
    const line = arrived < wanted ? `  ${arrived} of about ${wanted} packages` : '  all packages; Node is on its way'
    output.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
  const timer = setInterval(show, isTTY ? EVERY_MS : EVERY_MS_IN_LOGS)
  return {
    end() {
      clearInterval(timer)
      if (isTTY) output.write('\r\x1b[K')
    },
  }
}

function countArrived(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder)
    .flatMap((name) => (name.startsWith('@') ? readdirSync(join(folder, name)) : [name]))
    .filter((name) => !name.startsWith('.')).length
}
