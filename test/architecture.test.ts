import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagesIn, roomsIn, strays, violations } from './support/house.ts'
import { circlesIn, type Import, importsIn } from './support/imports.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const document = read('ARCHITECTURE.md')
const rooms = roomsIn(document)
const packages = packagesIn(document)

const files = ['src', 'commands', 'packages', 'bench', 'tools', 'test']
  .flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,js,mjs,cjs,cts,json}`, { cwd: root, exclude: (name) => name === 'node_modules' }),
  )
  .map((file) => file.split(sep).join('/'))
const known = new Set(files)
// This file quotes imports that must be refused.
const sources = files.filter((file) => file !== 'test/architecture.test.ts' && !file.endsWith('.json'))
const imports = sources.flatMap((file) => importsIn(file, read(file)))
const product = imports.filter(({ file }) => !/^(?:test|bench)\/|\/test\//.test(file))

describe('the house', () => {
  it('has a room for every file, and imports only what ARCHITECTURE.md allows', () => {
    expect(files.length).toBeGreaterThan(500)
    expect(violations(imports, rooms, known)).toEqual([])
  })

  it('has no circle of imports of any length, types included', () => {
    expect(circlesIn(imports)).toEqual([])
  })

  it('imports each npm package only where ARCHITECTURE.md says', () => {
    expect(strays(product, packages)).toEqual([])
  })

  it('lists no room and no package that is gone', () => {
    const empty = rooms.filter(({ path }) => !files.some((file) => file.startsWith(path.replace('*.ts', ''))))
    expect(empty.map(({ path }) => path)).toEqual([])
    const targets = new Set(product.map(({ target }) => target.split('/', target.startsWith('@') ? 2 : 1).join('/')))
    expect([...packages.keys()].filter((name) => !targets.has(name))).toEqual([])
  })

  it('has no file longer than 300 lines in src, commands and packages', () => {
    const long = sources
      .filter((file) => /^(?:src|commands|packages)\//.test(file) && !file.includes('/test/'))
      .filter((file) => read(file).split('\n').length > 300)
    expect(long).toEqual([])
  })
})

describe('the test of the house', () => {
  const added = (...more: readonly (readonly [file: string, source: string])[]): Import[] => [
    ...imports,
    ...more.flatMap(([file, source]) => importsIn(file, source)),
  ]

  it('refuses call → i18n and says why', () => {
    const broken = added(['src/call/player.ts', "import { catalogueOf } from '../i18n/catalogues.ts'\n"])
    expect(violations(broken, rooms, known)).toEqual([
      expect.stringMatching(
        /^src\/call\/player\.ts imports src\/i18n\/catalogues\.ts: src\/call\/ may import only .*ARCHITECTURE/,
      ),
    ])
  })

  it('refuses an import of src from a package, and of a package by its path', () => {
    const broken = added(
      ['packages/sandbox/src/sandbox.ts', "import { systemClock } from '../../../src/kernel/clock.ts'\n"],
      ['src/playground.ts', "export { startSandbox } from '../packages/sandbox/src/sandbox.ts'\n"],
    )
    expect(violations(broken, rooms, known)).toHaveLength(2)
  })

  it('counts workers and processes that are started by URL', () => {
    const broken = added([
      'packages/sandbox/src/sandbox.ts',
      "new Worker(new URL('../../../src/main.ts', import.meta.url))\n",
    ])
    expect(violations(broken, rooms, known)).toHaveLength(1)
  })

  it('finds a circle of three files', () => {
    const broken = added(
      ['src/call/a.ts', "import { b } from './b.ts'\n"],
      ['src/call/b.ts', "import { c } from './c.ts'\n"],
      ['src/call/c.ts', "import { a } from './a.ts'\n"],
    )
    expect(circlesIn(broken)).toEqual([['src/call/a.ts', 'src/call/b.ts', 'src/call/c.ts']])
  })

  it('finds a circle of types alone', () => {
    const broken = added(
      ['src/text/a.ts', "import type { B } from './b.ts'\n"],
      ['src/text/b.ts', "export type { A } from './a.ts'\n"],
    )
    expect(circlesIn(broken)).toEqual([['src/text/a.ts', 'src/text/b.ts']])
  })

  it("finds a circle in the page's scripts, also through JSDoc types", () => {
    const scripts = 'packages/playground/page/public/scripts'
    const broken = added(
      [`${scripts}/a.js`, "import { b } from './b.js'\n"],
      [`${scripts}/b.js`, "/** @import { A } from './a.js' */\n"],
    )
    expect(circlesIn(broken)).toEqual([[`${scripts}/a.js`, `${scripts}/b.js`]])
  })

  it('refuses an npm package outside its place', () => {
    expect(strays(importsIn('src/reader/reader.ts', "import { request } from 'undici'\n"), packages)).toHaveLength(1)
  })
})
