import { execFile, execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { folderNotUsable, notMigrated } from '../../src/settings/open-error.ts'
import { openSqlite } from '../../src/settings/open-sqlite.ts'

const coded = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

describe('a data folder that cannot be used', () => {
  it.each([
    ['EROFS', /read-only file system\. Set LECTOR_DATA_DIR/],
    ['ENOSPC', /the disk is full/],
    ['ENOTDIR', /a file of that name is in the way/],
  ])('says what %s means, and names the folder', (code, sentence) => {
    const { message } = folderNotUsable(coded(code), '/data')
    expect(message).toMatch(/^Cannot use the data folder \/data: /)
    expect(message).toMatch(sentence)
  })

  it('is a file: the remedy is another folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lector-folder-'))
    await writeFile(join(folder, 'data'), '')
    await expect(openSqlite(join(folder, 'data'))).rejects.toThrow(/a file of that name is in the way/)
    await rm(folder, { recursive: true })
  })

  it.skipIf(process.getuid?.() !== 0)('belongs to somebody else: path, owner and remedy are named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lector-of-root-'))
    await chmod(folder, 0o755)
    const nobody = Number(execFileSync('id', ['-u', 'nobody']))
    const module = new URL('../../src/settings/open-sqlite.ts', import.meta.url).href
    const code = `const { openSqlite } = await import('${module}'); await openSqlite('${folder}/data').catch((e) => console.log(e.message))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
      uid: nobody,
      cwd: '/',
    })
    expect(stdout).toBe(
      `Cannot use the data folder ${folder}/data: it belongs to uid 0, and Lector runs as uid ${nobody}. Run \`mkdir -p ${folder}/data && chown -R ${nobody} ${folder}/data\`, or set LECTOR_DATA_DIR.\n`,
    )
    await rm(folder, { recursive: true })
  })
})

describe('settings that cannot be opened', () => {
  it.each([
    ['ECONNREFUSED', true, /Check that Postgres runs/],
    ['57P03', true, /Check that Postgres runs/],
    ['28P01', false, /refuses user or password: check DATABASE_URL/],
    ['3D000', false, /no such database/],
    ['42501', false, /may not create tables/],
  ])('say what %s means, and whether waiting helps', (code, retryable, sentence) => {
    expect(notMigrated(coded(code))).toMatchObject({ retryable, message: expect.stringMatching(sentence) })
  })

  it('are those of a newer Lector: update, or restore', () => {
    const fromKysely = new Error('corrupted migrations: previously executed migration 0099-x is missing')
    expect(notMigrated(fromKysely)).toMatchObject({
      retryable: false,
      message: expect.stringMatching(/A newer Lector wrote them: update Lector/),
    })
  })

  it('hold no values of Postgres’s message', () => {
    expect(notMigrated(coded('23505', 'Key (user)=(somebody) already exists')).message).not.toMatch(/somebody/)
  })
})
