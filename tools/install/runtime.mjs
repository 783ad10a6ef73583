import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Node runs TypeScript as it is, without a flag or a warning, from there on. */
export const OLDEST_NODE = 24

/** The Node that the package `node` brings. */
export function ownNode(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** Whether npm scripts find a Node that can run Lector: the one that it brings, or the machine's. */
export function canRunLector(root) {
  return machineCanRunLector() || runs(ownNode(root))
}

/** The Node to run Lector with. */
export function nodeFor(root) {
  return process.execPath !== ownNode(root) && runs(ownNode(root)) ? ownNode(root) : process.execPath
}

/** Whether they could after an installation, which is asked before anything is downloaded. */
export function mayRunLector(machine = thisMachine()) {
  const hasOwnNode = !machine.musl && (machine.arch === 'x64' || machine.arch === 'arm64')
  return hasOwnNode || major(machine.version) >= OLDEST_NODE
}

/** Asked when npm scripts already run on the Node that Lector brings as well. */
export function machineCanRunLector() {
  return major(process.versions.node) >= OLDEST_NODE
}

/** A binary for another C library or processor is a file that is there and cannot be run. */
export function runs(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return status === 0 && major(stdout.slice(1)) >= OLDEST_NODE
}

export function thisMachine() {
  const { platform, arch, versions } = process
  const { glibcVersionRuntime } = process.report.getReport().header
  return { platform, arch, version: versions.node, musl: platform === 'linux' && !glibcVersionRuntime }
}

function major(version) {
  return Number(version.split('.')[0])
}
