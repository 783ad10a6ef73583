import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Packages that package-lock.json asks for and that are not installed in that version: `{ path, wanted, found }`, where
 * `found` is undefined for those that are not there at all. Contents are compared and not times, which git and copies
 * change.
 */
export function missingPackages(root, dev) {
  // npm writes this file last, so an installation that was interrupted has none.
  const isFinished = existsSync(join(root, 'node_modules/.package-lock.json'))
  return neededPackages(root, dev)
    .map(([path, { version, link, resolved }]) => ({
      path,
      // A link leads into this very folder, where the version is what it is.
      wanted: link ? versionIn(join(root, resolved)) : version,
      found: isFinished ? versionIn(join(root, path)) : undefined,
    }))
    .filter(({ wanted, found }) => found !== wanted)
}

function versionIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

/** All that package-lock.json asks for, as pairs of path and entry. */
export function neededPackages(root, dev) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && isNeeded(entry, dev))
}

/** Optional packages are there on the platforms they are made for. */
function isNeeded({ optional, devOptional, ...entry }, dev) {
  return !optional && (dev || !(entry.dev || devOptional))
}
