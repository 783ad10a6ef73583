import type { Import } from './imports.ts'

/** One row of ARCHITECTURE.md's table of rooms. */
export interface Room {
  /** A folder with a slash at its end, a file, or `src/*.ts` for the files directly in a folder. */
  readonly path: string
  /** Paths of the rooms that it may import; `everything` for all. */
  readonly mayImport: readonly string[] | 'everything'
}

/** The rooms as ARCHITECTURE.md draws them. */
export function roomsIn(document: string): Room[] {
  return rowsUnder(document, '## Rooms').map(([name = '', , allowed = '']) => ({
    path: codeIn(name)[0]!,
    mayImport: allowed.trim() === 'everything' ? 'everything' : codeIn(allowed),
  }))
}

/** The only places that may import each npm package, as ARCHITECTURE.md lists them. */
export function packagesIn(document: string): Map<string, readonly string[]> {
  const rows = rowsUnder(document, '## Packages and where they are imported')
  return new Map(rows.flatMap(([names = '', places = '']) => codeIn(names).map((name) => [name, codeIn(places)])))
}

/** Sentences that say which imports the rooms do not allow, and why. */
export function violations(imports: readonly Import[], rooms: readonly Room[], files: ReadonlySet<string>): string[] {
  return imports.flatMap((one) => violationOf(one, rooms, files) ?? [])
}

function violationOf({ file, target }: Import, rooms: readonly Room[], files: ReadonlySet<string>): string | undefined {
  const from = roomOf(file, rooms)
  if (!from) return `${file} is in no room. ${SEE}`
  const ours = /^@lector\/[^/]+/.test(target)
  if (!ours && !target.includes('/') && !files.has(target)) return undefined
  if (!ours && !files.has(target)) {
    return /^(?:src|commands|packages|test|bench|tools)\//.test(target)
      ? `${file} imports ${target}, which does not exist.`
      : undefined
  }
  const to = ours ? roomOf(`packages/${target.split('/')[1]}/`, rooms) : roomOf(target, rooms)
  if (!to) return `${file} imports ${target}, which is in no room. ${SEE}`
  if (!ours && isPackage(to.path) && packageOf(to.path) !== packageOf(from.path)) {
    return `${file} imports ${target} by its path: packages are imported by name, through their "exports". ${SEE}`
  }
  if (from === to || from.mayImport === 'everything' || from.mayImport.includes(to.path)) return undefined
  const allowed = from.mayImport.length > 0 ? `only ${from.mayImport.join(', ')}` : 'no other room'
  return `${file} imports ${target}: ${from.path} may import ${allowed}. ${SEE}`
}

const SEE = 'See "Rooms" in ARCHITECTURE.md.'

/** Sentences that name imports of npm packages outside the places listed for them. */
export function strays(imports: readonly Import[], packages: ReadonlyMap<string, readonly string[]>): string[] {
  return imports.flatMap(({ file, target }) => {
    const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/')
    if (/^(?:src|commands|packages|test|bench|tools|\.)/.test(target) || name.startsWith('@lector/')) return []
    const places = packages.get(name)
    if (places?.some((place) => file.startsWith(place))) return []
    const listed = places ? `only in ${places.join(', ')}` : 'nowhere'
    return [`${file} imports ${name}, which is listed ${listed}: see ARCHITECTURE.md.`]
  })
}

/** The most specific room that a file lies in. */
function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  const holding = rooms.filter(({ path }) => {
    if (path.endsWith('/*.ts')) return file.slice(0, file.lastIndexOf('/') + 1) === path.slice(0, -4)
    return path.endsWith('/') ? file.startsWith(path) : file === path
  })
  return holding.toSorted((one, other) => other.path.length - one.path.length)[0]
}

function isPackage(path: string): boolean {
  return path.startsWith('packages/')
}

function packageOf(path: string): string | undefined {
  return /^packages\/[^/]+/.exec(path)?.[0]
}

/** The cells of the first table below a heading, without its head. */
function rowsUnder(document: string, heading: string): string[][] {
  const section = document.split(`${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
}

function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)
}
