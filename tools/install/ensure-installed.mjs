import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explainFailure, folderProblem, managerProblem, runtimeProblem } from './explain.mjs'
import { locked } from './lock.mjs'
import { missingPackages } from './missing.mjs'
import { runningFrom } from './running.mjs'
import { canRunLector, mayRunLector } from './runtime.mjs'
import { SIZES } from './sizes.mjs'
import { stage } from './stage.mjs'
import { recover, swap } from './swap.mjs'

/** This Lector's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Leaves the folder with packages that can run, or ends the process with a sentence. The new packages are installed
 * beside the old ones and then take their place, so a failed or interrupted installation leaves what was there.
 */
export async function ensureInstalled(dev) {
  if (!isComplete(dev)) {
    if (!mayRunLector()) fail(runtimeProblem())
    const problem = managerProblem(process.env) ?? folderProblem(root, SIZES[dev ? 'development' : 'production'].diskMb)
    if (problem) goOn(problem, dev)
    else if (isTooDeepInside()) installFromOutside(dev)
    else await locked(root, () => install(dev))
  }
  if (!canRunLector(root)) fail(runtimeProblem())
}

async function install(dev) {
  recover(root)
  // Another process may have installed everything while this one waited.
  if (isComplete(dev)) return
  const failure = await stage(root, dev, say).then(() => undefined, explainFailure)
  if (failure) return goOn(failure, dev)
  const running = runningFrom(root)
  if (running.length === 0) return swap(root)
  const who = `process ${running.join(', ')}`
  goOn(`Lector is running from this folder (${who}). The new packages are ready, and the next start uses them.`, dev)
}

/** With packages of another version Lector still runs; without them it does not. */
function goOn(problem, dev) {
  if (missingPackages(root, dev).some(({ found }) => found === undefined)) fail(problem)
  say(`${problem}\nGoing on with the packages that are installed, which differ from package-lock.json.`)
}

function isComplete(dev) {
  return missingPackages(root, dev).length === 0
}

/** On Windows nothing can be put in the place of a program that runs, such as the Node in node_modules. */
function isTooDeepInside() {
  const { npm_node_execpath: outside } = process.env
  return process.platform === 'win32' && process.execPath.startsWith(root) && outside && !outside.startsWith(root)
}

function installFromOutside(dev) {
  const args = [join(root, 'tools/install.mjs'), ...(dev ? ['--dev'] : [])]
  const { status } = spawnSync(process.env.npm_node_execpath, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function fail(problem) {
  say(problem)
  process.exit(1)
}

function say(text) {
  console.error(text)
}
