import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// @ts-expect-error: JavaScript, because any Node has to read it
import { SIZES } from '../tools/install/sizes.mjs'
import { Stage } from './support/stage.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const WINDOWS = process.platform === 'win32'

/** What git would give to somebody who clones this folder, and where Node does not find our own node_modules. */
async function freshClone(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'lector-installed-'))
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 2 ** 24 })
  for (const file of stdout.split('\0')) {
    if (file !== '' && existsSync(join(root, file))) await cp(join(root, file), join(copy, file))
  }
  return copy
}

async function npm(folder: string, args: readonly string[], env: Record<string, string> = {}) {
  const options = { cwd: folder, shell: WINDOWS, env: { ...process.env, DISCORD_TOKEN: '', ...env } }
  const child = run('npm', [...args], options)
  const { stdout, stderr } = await child.catch((error: { stdout: string; stderr: string }) => error)
  return { code: child.child.exitCode, out: stdout, err: stderr }
}

describe('npm ci --omit=dev', () => {
  let copy: string
  beforeAll(async () => {
    copy = await freshClone()
    await npm(copy, ['ci', '--omit=dev', '--loglevel=error'])
  }, 300_000)
  afterAll(() => rm(copy, { recursive: true, force: true }))

  it('is enough to run the bot, on the Node that it brings', async () => {
    const node = join(copy, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node')
    const stage = await Stage.open({}, { root: copy, node })
    try {
      await stage.enter('mia', 'lounge')
      await stage.command('mia', 'say', { text: 'Good morning!' })
      const { utterances } = await stage.listen('mia')
      expect(utterances).toHaveLength(1)
    } finally {
      await stage.close()
    }
  })

  it('leaves out what only development needs', () => {
    expect(existsSync(join(copy, 'node_modules/typescript'))).toBe(false)
    expect(existsSync(join(copy, 'node_modules/vitest'))).toBe(false)
  })

  it('is left as it is by npm start', async () => {
    const { code, err } = await npm(copy, ['start', '--', '--once'])
    expect(err).not.toMatch(/Installing/)
    expect(code).toBe(0)
    expect(existsSync(join(copy, 'node_modules/typescript'))).toBe(false)
  })
})

describe('npm start in a fresh clone', () => {
  let copy: string
  beforeAll(async () => {
    copy = await freshClone()
  })
  afterAll(() => rm(copy, { recursive: true, force: true }))

  it('says in a sentence that the registry cannot be reached', async () => {
    const env = {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(copy, 'cache'),
      npm_config_fetch_retries: '0',
    }
    const { code, err } = await npm(copy, ['start'], env)
    expect(err).toMatch(/^The npm registry cannot be reached: /m)
    expect(code).toBe(1)
    expect(existsSync(join(copy, 'node_modules'))).toBe(false)
  })

  it('installs about as much as it says, and plays the scene', { timeout: 300_000 }, async () => {
    const { code, out, err } = await npm(copy, ['start', '--', '--once'])
    expect(err).toMatch(`${SIZES.production.diskMb} MB on disk`)
    expect(out).toMatch(/100 % of the words/)
    expect(code).toBe(0)
  })

  it.skipIf(WINDOWS)('takes 130 MB at most besides Node, and on disk what was said within a tenth', async () => {
    const modules = join(copy, 'node_modules')
    const besidesNode =
      (await megabytes(modules, '--apparent-size')) - (await megabytes(join(modules, 'node'), '--apparent-size'))
    expect(besidesNode).toBeLessThanOrEqual(130)
    expect(Math.abs((await megabytes(modules)) - SIZES.production.diskMb)).toBeLessThan(SIZES.production.diskMb / 10)
  })
})

async function megabytes(folder: string, ...options: string[]): Promise<number> {
  const { stdout } = await run('du', ['-sm', ...options, folder])
  return Number(stdout.split('\t')[0])
}
