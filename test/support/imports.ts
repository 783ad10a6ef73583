import { dirname, normalize } from 'node:path/posix'

export interface Import {
  /** From the project's root. */
  readonly file: string
  /** A path from the root, or a package's name with its subpath. */
  readonly target: string
}

/**
 * What a source file refers to: imports and exports of values and of types, dynamic and CommonJS ones, types in JSDoc,
 * and files that it starts as a worker or a process by URL.
 */
export function importsIn(file: string, source: string): Import[] {
  const code = file.endsWith('.ts') ? source.replaceAll(/^\s*(?:\/\/|\*).*$/gm, '') : source
  return FORMS.flatMap((form) => [...code.matchAll(form)].map(([, specifier]) => specifier!))
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) => ({ file, target: targetOf(file, specifier) }))
}

const FORMS = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm,
  /^\s*import\s+['"]([^'"]+)['"]/gm,
  /\b(?:import|require|resolve)\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g,
  /@import\s[^'"]*\sfrom\s+['"]([^'"]+)['"]/g,
]

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(`${dirname(file)}/${specifier}`)
  // The browser's addresses of the page: everything it loads lies in one folder.
  return specifier
}

/** The groups of files that import one another around a circle, each group in alphabetical order. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const edges = Map.groupBy(imports, ({ file }) => file)
  const order = new Map<string, { index: number; low: number }>()
  const path: string[] = []
  const circles: string[][] = []

  // Tarjan's algorithm: a file whose lowest reachable file on the path is itself closes a group.
  function visit(file: string): { index: number; low: number } {
    const mark = { index: order.size, low: order.size }
    order.set(file, mark)
    path.push(file)
    for (const { target } of edges.get(file) ?? []) {
      if (!edges.has(target)) continue
      const seen = order.get(target)
      if (!seen) mark.low = Math.min(mark.low, visit(target).low)
      else if (path.includes(target)) mark.low = Math.min(mark.low, seen.index)
    }
    if (mark.low === mark.index) {
      const group = path.splice(path.indexOf(file))
      const importsItself = (edges.get(file) ?? []).some(({ target }) => target === file)
      if (group.length > 1 || importsItself) circles.push(group.toSorted())
    }
    return mark
  }

  for (const file of edges.keys()) if (!order.has(file)) visit(file)
  return circles
}
