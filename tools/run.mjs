// Makes `npm start` work as the first command in a fresh clone, on any Node from 18 on: installs what is missing, and hands
// over to the Node that Lector brings. `[--dev] [options of Node] FILE [arguments]`
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ensureInstalled, root } from './install/ensure-installed.mjs'
import { nodeFor } from './install/runtime.mjs'

const dev = process.argv[2] === '--dev'
const args = process.argv.slice(dev ? 3 : 2)

await ensureInstalled(dev)
const node = nodeFor(root)
// In this very process where Node can do that: one less to hold memory, and signals arrive where they are meant to.
if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args], process.env)
else runBelow(node)

function runBelow(node) {
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
