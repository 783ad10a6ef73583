import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Stage } from './support/stage.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const WINDOWS = process.platform === 'win32'

let copy: string
beforeAll(async () => {
  // Outside of this folder, or Node would find what is missing in our own node_modules.
  copy = await mkdtemp(join(tmpdir(), 'lector-installed-'))
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 2 ** 24 })
  for (const file of stdout.split('\0')) {
    if (file !== '' && existsSync(join(root, file))) await cp(join(root, file), join(copy, file))
  }
  await run('npm', ['ci', '--omit=dev', '--loglevel=error'], { cwd: copy, shell: WINDOWS })
}, 300_000)
afterAll(() => rm(copy, { recursive: true, force: true }))

it('npm ci --omit=dev is enough to run the bot, on the Node that it brings', async () => {
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

it('npm ci --omit=dev leaves out what only development needs', () => {
  expect(existsSync(join(copy, 'node_modules/typescript'))).toBe(false)
  expect(existsSync(join(copy, 'node_modules/vitest'))).toBe(false)
})
