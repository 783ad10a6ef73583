import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NODE_FLAGS } from '@lector/playground'
import { describe, expect, it } from 'vitest'
import { VARIABLES } from '../src/config/variables.ts'
import type { Variable } from '../src/kernel/variables.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const DOCUMENTS = globSync(['*.md', 'docs/*.md'], { cwd: root }).map((path) => path.replaceAll('\\', '/'))
const table = Object.entries<Variable<unknown>>(VARIABLES)

describe('.env.example', () => {
  it('is the table of variables: grouped, explained, with their fallbacks, nothing switched on', () => {
    expect(read('.env.example')).toBe(envExample())
  })
})

describe('docs/configuration.md', () => {
  it('has a row for each variable and for no other', () => {
    const rows = [...read('docs/configuration.md').matchAll(/^\|\s*`([A-Z][A-Z0-9_]+)`/gm)].map((match) => match[1]!)
    expect(rows.toSorted()).toEqual(table.map(([name]) => name).toSorted())
  })
})

it('Lector is started with the same flags of Node by npm, by the service of the README and by the sandbox', () => {
  const started = `${NODE_FLAGS.join(' ')} src/start.ts`
  expect(JSON.parse(read('package.json')).scripts.start).toBe(`node tools/run.mjs ${started}`)
  expect(read('README.md')).toContain(`ExecStart=%h/lector/node_modules/.bin/node ${started}\n`)
})

describe.each(DOCUMENTS)('%s', (path) => {
  // What stands in code blocks is text to copy, not a link.
  const text = read(path).replace(/^```[\s\S]*?^```/gm, '')

  it('links to files and headings that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2]!,
    )
    const broken = targets
      .filter((target) => !/^[a-z]+:/i.test(target))
      .filter((target) => !leadsSomewhere(target, path))
    expect(broken).toEqual([])
  })

  it('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...read(path).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test|stop|restart)\b)/g)]
    expect(named.map((match) => match[1] ?? match[2]!).filter((name) => !(name in scripts))).toEqual([])
  })
})

function envExample(): string {
  const lines = ['# Copy this file to .env and set what you need; empty lines and lines with # count as not set.']
  let group = ''
  for (const [name, variable] of table) {
    if (variable.group !== group) lines.push('', `# --- ${variable.group} ---`)
    group = variable.group
    lines.push('', `# ${variable.description}`, `#${name}=${variable.fallback ?? ''}`)
  }
  return `${lines.join('\n')}\n`
}

function leadsSomewhere(target: string, from: string): boolean {
  const [path = '', anchor] = decodeURIComponent(target).split('#')
  if (path !== '' && !existsSync(join(root, dirname(from), path))) return false
  return anchor === undefined || headingsOf(path === '' ? from : join(dirname(from), path)).includes(anchor)
}

/** The names that GitHub gives to the headings of a document. */
function headingsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+\s+(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}
