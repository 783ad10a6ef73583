import { existsSync, globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The house as data: the rank of each room, and the one address of each package. ARCHITECTURE.md explains it; this
 * test reads the real imports.
 */
const ROOMS: Readonly<Record<string, number>> = {
  'src/kernel': 0,
  'src/config': 1,
  'src/text': 1,
  'src/audio': 1,
  'src/settings': 1,
  'src/i18n': 1,
  'src/speech': 2,
  'src/voice': 3,
  'src/reader': 4,
  'src/discord': 5,
  'src/observe': 5,
  'src/sandbox': 5,
  commands: 6,
  'src/app.ts': 7,
  'src/': 8,
}

/** What a room may import beyond what its rank allows, or must not although its rank would allow it. */
const SANDBOX_MAY_IMPORT = ['src/kernel', 'src/audio', 'src/speech', 'src/sandbox']
const OBSERVE_IS_IMPORTED_BY = ['src/observe', 'src/app.ts', 'src/']
const SANDBOX_IS_IMPORTED_BY = ['src/sandbox', 'src/']

/** Where each package may be imported. Types of discord-api-types are Discord's wire format, used at both ends of it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord'],
  '@discordjs/voice': ['src/discord'],
  'discord-api-types': ['src/discord'],
  undici: ['src/speech'],
  'eventsource-parser': ['src/speech'],
  'prism-media': ['src/audio/opus.ts'],
  '@discordjs/opus': ['src/audio/opus.ts'],
  '@evan/opus': ['src/audio/opus-decoder.ts'],
  kysely: ['src/settings'],
  pg: ['src/settings'],
  re2js: ['src/settings', 'src/text'],
  eld: ['src/text'],
  'emojibase-data': ['src/text'],
  dotenv: ['src/config'],
  pino: ['src/observe'],
  'fastest-levenshtein': ['src/kernel', 'src/speech'],
  '@lector/flite': ['src/speech/local'],
  '@lector/loopback-speech': ['src/playground'],
  '@lector/playground': ['src/playground'],
  '@lector/sandbox': ['src/playground'],
}

const root = join(import.meta.dirname, '..')
const files = ['src/**/*.ts', 'commands/**/*.ts'].flatMap((pattern) =>
  globSync(pattern, { cwd: root }).map((file) => file.split(sep).join('/')),
)

describe('the house', () => {
  it('has every file in a room', () => {
    expect(files.length).toBeGreaterThan(50)
    for (const file of files) expect(roomOf(file), file).toBeDefined()
  })

  it('imports downhill only', () => {
    const uphill = imports()
      .filter(({ file, target }) => roomOf(file) !== roomOf(target) && rankOf(target) >= rankOf(file))
      .map(({ file, target }) => `${file} -> ${target}`)
    expect(uphill).toEqual([])
  })

  it('keeps the sandbox and the bot apart', () => {
    const crossing = imports()
      .filter(({ file, target }) => {
        const from = roomOf(file)!
        const to = roomOf(target)!
        if (to === 'src/sandbox') return !SANDBOX_IS_IMPORTED_BY.includes(from)
        if (to === 'src/observe') return !OBSERVE_IS_IMPORTED_BY.includes(from)
        return from === 'src/sandbox' && !SANDBOX_MAY_IMPORT.includes(to)
      })
      .map(({ file, target }) => `${file} -> ${target}`)
    expect(crossing).toEqual([])
  })

  it('has one address for each package', () => {
    const strays = packageImports()
      .filter(({ file, name }) => !(PACKAGES[name] ?? []).some((place) => file.startsWith(place)))
      .map(({ file, name }) => `${file} -> ${name}`)
    expect(strays).toEqual([])
  })

  it('imports only files that exist, with their endings', () => {
    for (const { file, target } of imports()) expect(existsSync(join(root, target)), `${file} -> ${target}`).toBe(true)
  })

  it('has no two files that import each other, types apart', () => {
    const edges = new Map<string, string[]>()
    const values = imports().filter(({ typeOnly }) => !typeOnly)
    for (const { file, target } of values) edges.set(file, [...(edges.get(file) ?? []), target])
    const mutual = values
      .filter(({ file, target }) => edges.get(target)?.includes(file))
      .map(({ file, target }) => `${file} <-> ${target}`)
    expect(mutual).toEqual([])
  })

  it('keeps most files short', () => {
    const long = files.filter((file) => read(file).split('\n').length > 300)
    expect(long).toEqual([])
  })
})

function roomOf(path: string): string | undefined {
  if (path === 'src/app.ts') return path
  if (path.startsWith('src/') && !path.slice(4).includes('/')) return 'src/'
  return Object.keys(ROOMS).find((room) => room !== 'src/' && path.startsWith(`${room}/`))
}

function rankOf(path: string): number {
  return ROOMS[roomOf(path) ?? ''] ?? Number.POSITIVE_INFINITY
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

const IMPORT = /^(?:import|export)(\s+type)?\s+[\w\s{},*$]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm

function specifiers(): { file: string; specifier: string; typeOnly: boolean }[] {
  return files.flatMap((file) =>
    [...read(file).matchAll(IMPORT)].map(([, typeOnly, named, bare]) => ({
      file,
      specifier: named ?? bare!,
      typeOnly: typeOnly !== undefined,
    })),
  )
}

function imports(): { file: string; target: string; typeOnly: boolean }[] {
  return specifiers()
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ file, specifier, typeOnly }) => ({
      file,
      typeOnly,
      target: normalize(join(dirname(file), specifier))
        .split(sep)
        .join('/'),
    }))
    .filter(({ target }) => target.endsWith('.ts'))
}

function packageImports(): { file: string; name: string }[] {
  return specifiers()
    .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map(({ file, specifier }) => ({
      file,
      name: specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    }))
    .filter(({ name }) => !builtinModules.includes(name))
}
