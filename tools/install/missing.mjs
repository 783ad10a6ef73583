import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Packages that package-lock.json asks for and that are not installed in that version: `{ path, wanted, found }`, where
 * `found` is undefined for those that are not there at all. Contents are compared and not times, which git and copies
 * change.
 */
export function missingPackages(root, dev) {
  // npm writes this file last, so an installation that was interrupted has none.
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'))
  return neededPackages(root, dev)
    .filter(([path, { version }]) => !installed[path] || installed[path].version !== version)
    .map(([path, { version }]) => ({ path, wanted: version, found: installed[path]?.version }))
}

/** All that package-lock.json asks for, as pairs of path and entry. */
export function neededPackages(root, dev) {
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).filter(
    ([path, entry]) => path.includes('node_modules/') && isNeeded(entry, dev),
  )
}

/** Optional packages are there on the platforms they are made for, and links lead into this very folder. */
function isNeeded({ optional, devOptional, link, ...entry }, dev) {
  return !optional && !link && (dev || !(entry.dev || devOptional))
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
