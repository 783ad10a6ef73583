import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { OLDEST_NODE, thisMachine } from './runtime.mjs'

/** Lector comes with npm's lockfile; other package managers would install other versions, and elsewhere. */
export function managerProblem({ npm_config_user_agent: agent = '' }) {
  const name = /^(yarn|pnpm|bun)\//.exec(agent)?.[1]
  if (name) return `Lector is installed with npm and not with ${name}: run \`npm start\`.`
}

/** Why nothing can be installed into this folder, found out before anything is downloaded. */
export function folderProblem(root, neededMb) {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    return folderSentence(error, root)
  }
  const { bavail, bsize } = statfsSync(root)
  const freeMb = Math.floor((bavail * bsize) / 1_000_000)
  if (freeMb < neededMb) return `The disk of ${root} has ${freeMb} MB left, and the packages need ${neededMb} MB.`
}

function folderSentence({ code, message }, root) {
  if (code === 'EROFS') return `${root} is on a read-only file system, so the packages cannot be installed there.`
  if (code !== 'EACCES' && code !== 'EPERM') return `Nothing can be installed in ${root}: ${message}.`
  if (process.platform === 'win32') return `You may not write to ${root}: move Lector to a folder of your own.`
  const { username, uid } = userInfo()
  const owner = statSync(root).uid
  return `${username} (uid ${uid}) may not write to ${root} (uid ${owner}): run \`sudo chown -R ${username} ${root}\`.`
}

/** What npm's failure means for the person; its own words where we know no better. */
export function explainFailure({ code, output = '', message }) {
  if (code === 'ENOENT') return 'npm was not found: install Node from https://nodejs.org, which brings it.'
  const [, sentence] = FAILURES.find(([pattern]) => pattern.test(output)) ?? []
  if (sentence) return sentence
  const said = output.replace(/^npm error\s*/gm, '').trim() || message
  return `npm could not install the packages:\n${said}`
}

const FAILURES = [
  [
    /E40[13]|E404|ERR_(?:TLS|SSL)|CERT/,
    'The npm registry refused: check `npm config get registry`, your login there, and certificates (NODE_EXTRA_CA_CERTS).',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/,
    'The npm registry cannot be reached: check the network, `npm config get registry`, and HTTPS_PROXY behind a proxy.',
  ],
  [/ENOSPC/, 'The disk is full.'],
  [/EDQUOT/, 'Your disk quota is used up.'],
  [
    /EINTEGRITY/,
    'A package differs from package-lock.json: run `npm cache clean --force`, and mistrust the registry if it goes on.',
  ],
  [/EUSAGE/, 'package.json and package-lock.json do not fit together: run `npm install`, or `git checkout` both.'],
  [/EACCES|EPERM/, 'npm may not write to its cache: run `sudo chown -R $(id -u) ~/.npm`.'],
]

/** Why neither the Node that Lector brings nor the machine's can run it. */
export function runtimeProblem(machine = thisMachine()) {
  const { version } = machine
  return `Lector's own Node cannot run here (${reasonFor(machine)}), and Node ${version} of this machine is too old: install Node ${OLDEST_NODE} or newer.`
}

function reasonFor({ platform, arch, musl }) {
  if (musl) return 'it needs glibc, and this system, such as Alpine, has musl'
  if (arch === 'arm') return 'there is none for 32-bit ARM'
  if (arch !== 'x64' && arch !== 'arm64') return `there is none for ${platform}-${arch}`
  return 'npm did not install it: look at `npm config get ignore-scripts`'
}
