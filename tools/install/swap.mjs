import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Puts the packages of `.install/next` in the place of those in use; what fails leaves those in use. */
export function swap(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const workspaces = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules/'))
  // That of the root last: it says which packages are there.
  for (const folder of [...workspaces, '.']) exchange(root, join(folder, 'node_modules'))
  if (process.platform === 'win32') relink(root, packages)
  rmSync(join(root, '.install/next'), { recursive: true, force: true })
  rmSync(join(root, '.install/old'), { recursive: true, force: true })
}

/** After a process that was ended between the two halves of an exchange. */
export function recover(root) {
  const old = join(root, '.install/old/node_modules')
  const inUse = join(root, 'node_modules')
  if (existsSync(old) && !existsSync(inUse)) renameSync(old, inUse)
}

function exchange(root, folder) {
  const [inUse, next, old] = [root, join(root, '.install/next'), join(root, '.install/old')].map((place) =>
    join(place, folder),
  )
  rmSync(old, { recursive: true, force: true })
  mkdirSync(dirname(old), { recursive: true })
  if (existsSync(inUse)) renameSync(inUse, old)
  try {
    if (existsSync(next)) renameSync(next, inUse)
  } catch (error) {
    if (existsSync(old)) renameSync(old, inUse)
    throw error
  }
}

/** On Windows, npm's links to workspaces name where they led from before the exchange. */
function relink(root, packages) {
  for (const [path, { link, resolved }] of Object.entries(packages)) {
    if (!link) continue
    rmSync(join(root, path), { recursive: true, force: true })
    symlinkSync(join(root, resolved), join(root, path), 'junction')
  }
}
