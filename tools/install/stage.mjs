import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { neededPackages } from './missing.mjs'
import { showProgress } from './progress.mjs'
import { machineCanRunLector, ownNode, runs } from './runtime.mjs'
import { SIZES } from './sizes.mjs'

const WINDOWS = process.platform === 'win32'

/**
 * Installs the packages in `.install/next`, beside those in use. Does nothing when they are there already, from a time
 * at which they could not take the others' place. Throws `{ code, output }` when npm fails.
 */
export async function stage(root, dev, say) {
  const next = join(root, '.install/next')
  const ready = join(next, 'ready')
  const lock = readFileSync(join(root, 'package-lock.json'))
  const key = createHash('sha256').update(lock).update(String(dev)).digest('hex')
  if (existsSync(ready) && readFileSync(ready, 'utf8') === key) return

  const { downloadMb, diskMb } = SIZES[dev ? 'development' : 'production']
  const what = dev ? 'what Lector and its tests need' : 'what Lector needs'
  say(`Installing ${what}: up to ${downloadMb} MB to download, ${diskMb} MB on disk, a Node of its own among them ...`)
  rmSync(next, { recursive: true, force: true })
  copyManifests(root, next, JSON.parse(lock))
  await npmCi(next, dev, neededPackages(root, dev).length)
  writeFileSync(ready, key)
}

/** npm needs no more than the manifests of this folder and of its workspaces. */
function copyManifests(root, next, { packages }) {
  const workspaces = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules/'))
  const manifests = ['.', ...workspaces].map((folder) => join(folder, 'package.json'))
  for (const file of [...manifests, 'package-lock.json', '.npmrc']) {
    mkdirSync(dirname(join(next, file)), { recursive: true })
    copyFileSync(join(root, file), join(next, file))
  }
}

async function npmCi(next, dev, count) {
  const args = ['ci', dev ? '--include=dev' : '--omit=dev', '--loglevel=error']
  const progress = showProgress(join(next, 'node_modules'), count)
  try {
    await npm(next, args).catch((error) => {
      // Its own Node comes by a script, and there is none for every machine. The machine's does as well.
      if (!machineCanRunLector() || !error.output?.includes('node_modules/node')) throw error
      return npm(next, [...args, '--ignore-scripts'])
    })
  } finally {
    progress.end()
  }
  if (runs(ownNode(next)) || !machineCanRunLector()) return
  // npm scripts would take it in preference to the machine's.
  for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(join(next, 'node_modules/.bin', name), { force: true })
}

function npm(folder, args) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: folder,
      env: ownEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: WINDOWS,
    })
    let output = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(Object.assign(new Error(`npm ended with ${signal ?? `code ${code}`}`), { output }))
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  })
}

/** Without what the npm that started us says of its own run, and of the folder it runs in. */
function ownEnvironment() {
  const isOfOuterRun = (name) => /^npm_(package_|lifecycle_|config_local_prefix|command)/.test(name)
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfOuterRun(name)))
}
