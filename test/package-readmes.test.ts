import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { MOODS } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const readme = (name: string) => readFileSync(join(root, 'packages', name, 'README.md'), 'utf8')
const run = promisify(execFile)

/** Packages whose first example says below it what it prints. */
const EXAMPLES = ['loopback-speech', 'flite', 'opus', 'sandbox', 'playground']

describe.each(EXAMPLES)('the README of packages/%s', (name) => {
  it('begins with an example that runs and prints what it says', { timeout: 30_000 }, async () => {
    const [, code = ''] = /^```ts\n([\s\S]*?)^```/m.exec(readme(name)) ?? []
    const [, printed = ''] = /^```text\n([\s\S]*?)^```/m.exec(readme(name)) ?? []
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(14)
    const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '--eval', code], { cwd: root })
    expect(stdout).toBe(printed)
  })

  it('links to files that exist', () => {
    const path = join(root, 'packages', name)
    const targets = [...readme(name).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!)
    const broken = targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(path, target)))
    expect(broken).toEqual([])
  })
})

describe('the README of packages/loopback-speech', () => {
  it('lists every mood as the code does', () => {
    const rows = [...readme('loopback-speech').matchAll(/^\| `([a-z0-9-]+)` \| (.*) \| (.*) \|$/gm)]
    const listed = rows.map(([, name, summary, source]) => ({ name, summary, source }))
    const inCode = MOODS.map(({ name, summary, source }) => ({ name, summary, source }))
    const byName = (one: { name?: string | undefined }, other: { name?: string | undefined }) =>
      String(one.name).localeCompare(String(other.name))
    expect(listed.sort(byName)).toEqual(inCode.sort(byName))
  })
})

describe('packages that stand on their own', () => {
  it.each(['loopback-speech'])('%s does not name Lector, but for its scope', (name) => {
    const files = readdirSync(join(root, 'packages', name), { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && !entry.parentPath.includes('node_modules') && /\.(?:ts|md)$/.test(entry.name),
      )
      .map((entry) => join(entry.parentPath, entry.name))
    const naming = files.filter((file) => /lector/i.test(readFileSync(file, 'utf8').replaceAll(/@lector\//g, '')))
    expect(naming.map((file) => file.slice(dirname(root).length))).toEqual([])
  })
})
