import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const tools = join(import.meta.dirname, '../../tools')

/** A folder with the real installer, and an npm that puts in place what package-lock.json asks for. */
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lector-install-'))
  await cp(tools, join(root, 'tools'), { recursive: true })
  await mkdir(join(root, 'bin'))
  await writeFile(join(root, 'bin/npm'), NPM, { mode: 0o755 })
  await writeFile(join(root, '.npmrc'), '')
  await writeFile(join(root, 'package.json'), '{}')
  await lock({ a: '1.0.0' })
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** npm writes `.package-lock.json` last; `$NPM_FAILS` is what it says before it fails, `$NPM_WAITS` how long it takes. */
const NPM = `#!${process.execPath}
const { mkdirSync, readFileSync, writeFileSync, appendFileSync } = require('node:fs')
appendFileSync(__dirname + '/calls', process.argv.slice(2).join(' ') + '\\n')
const { packages } = JSON.parse(readFileSync('package-lock.json'))
for (const [path, { version }] of Object.entries(packages)) {
  if (path === '') continue
  mkdirSync(path, { recursive: true })
  writeFileSync(path + '/package.json', JSON.stringify({ version }))
}
setTimeout(() => {
  if (process.env.NPM_FAILS) {
    console.error('npm error code ' + process.env.NPM_FAILS)
    process.exit(1)
  }
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
}, Number(process.env.NPM_WAITS ?? 0))
`

async function lock(versions: Record<string, string>, extra: object = {}) {
  const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }])
  await writeFile(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...Object.fromEntries(packages), ...extra } }),
  )
}

async function install(env: Record<string, string> = {}, args: readonly string[] = []) {
  return new Promise<{ code: number; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'tools/install.mjs'), ...args],
      {
        env: {
          ...process.env,
          PATH: `${join(root, 'bin')}:${process.env.PATH}`,
          npm_config_user_agent: 'npm/11',
          ...env,
        },
      },
      (_error, _out, err) => resolve({ code: child.exitCode ?? -1, err }),
    )
  })
}

const versionOf = async (name: string) =>
  JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
const calls = async () => (await readFile(join(root, 'bin/calls'), 'utf8').catch(() => '')).split('\n').slice(0, -1)

describe.skipIf(process.platform === 'win32')('tools/install.mjs', () => {
  it('installs what is missing, and says before it does how much that is', async () => {
    const { code, err } = await install()
    expect(err).toMatch(/^Installing what Lector needs: up to \d+ MB to download, \d+ MB on disk/)
    expect({ code, a: await versionOf('a') }).toEqual({ code: 0, a: '1.0.0' })
    expect(await calls()).toEqual(['ci --omit=dev --loglevel=error'])
  })

  it('installs again when a package of this folder is not linked yet', async () => {
    await install()
    await mkdir(join(root, 'packages/own'), { recursive: true })
    await writeFile(join(root, 'packages/own/package.json'), '{"version":"0.2.0"}')
    const own = { version: '0.2.0', resolved: 'packages/own', link: true }
    await lock({ a: '1.0.0' }, { 'packages/own': { version: '0.2.0' }, 'node_modules/own': own })
    expect((await install()).err).toMatch(/^Installing/)
    expect(await versionOf('own')).toBe('0.2.0')
    expect((await install()).err).toBe('')
  })

  it('does nothing, and says nothing, when everything is there', async () => {
    await install()
    expect(await install()).toEqual({ code: 0, err: '' })
    expect(await calls()).toHaveLength(1)
  })

  it('leaves a production installation to npm start, and adds what tests need for npm test', async () => {
    await lock({ a: '1.0.0' }, { 'node_modules/b': { version: '2.0.0', dev: true } })
    await writeFile(
      join(root, 'bin/npm'),
      NPM.replace(
        'if (path ===',
        "if (process.argv[3] === '--omit=dev' && path.endsWith('b')) { delete packages[path]; continue }\n  if (path ===",
      ),
      { mode: 0o755 },
    )
    await install()
    expect(existsSync(join(root, 'node_modules/b'))).toBe(false)
    expect((await install()).err).toBe('')
    await install({}, ['--dev'])
    expect(await versionOf('b')).toBe('2.0.0')
    expect((await install()).err).toBe('')
  })

  it('goes on with other versions of the packages when the registry cannot be reached', async () => {
    await install()
    await lock({ a: '1.1.0' })
    const { code, err } = await install({ NPM_FAILS: 'ENOTFOUND' })
    expect(err).toMatch(/registry cannot be reached.*\nGoing on with the packages that are installed/)
    expect({ code, a: await versionOf('a') }).toEqual({ code: 0, a: '1.0.0' })
  })

  it('fails when a package is missing that cannot be fetched, and leaves the others', async () => {
    await install()
    await lock({ a: '1.0.0', b: '1.0.0' })
    const { code, err } = await install({ NPM_FAILS: 'E403' })
    expect(err).toMatch(/registry refused/)
    expect({ code, a: await versionOf('a') }).toEqual({ code: 1, a: '1.0.0' })
  })

  it('leaves what is installed when it is killed on the way, and goes on the next time', async () => {
    await install()
    await lock({ a: '1.1.0' })
    const killed = spawn(process.execPath, [join(root, 'tools/install.mjs')], {
      env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}`, NPM_WAITS: '3000' },
    })
    while ((await calls()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(await versionOf('a')).toBe('1.0.0')
    expect((await install()).code).toBe(0)
    expect(await versionOf('a')).toBe('1.1.0')
  })

  it('puts back what was in use when it was killed between the two halves of the exchange', async () => {
    await install()
    await mkdir(join(root, '.install/old'), { recursive: true })
    await cp(join(root, 'node_modules'), join(root, '.install/old/node_modules'), { recursive: true })
    await rm(join(root, 'node_modules'), { recursive: true })
    expect(await install({ NPM_FAILS: 'ENOTFOUND' })).toEqual({ code: 0, err: '' })
    expect(await versionOf('a')).toBe('1.0.0')
  })

  it('installs once when two processes start at the same time', async () => {
    const both = await Promise.all([install({ NPM_WAITS: '500' }), install({ NPM_WAITS: '500' })])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(await calls()).toHaveLength(1)
  })

  it('keeps the packages of a running bot, and has the new ones ready for its next start', async () => {
    await install()
    await mkdir(join(root, 'src'))
    await writeFile(join(root, 'src/start.ts'), "setInterval(() => {}, 1000)\nprocess.send?.('started')\n")
    const bot = spawn(process.execPath, [join(root, 'src/start.ts')], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    await once(bot, 'message')
    if (process.platform !== 'linux') {
      await mkdir(join(root, 'node_modules/.lector-running'))
      await writeFile(join(root, `node_modules/.lector-running/${bot.pid}`), '')
    }
    await lock({ a: '1.1.0' })

    const { code, err } = await install()
    expect(err).toMatch(`Lector is running from this folder (process ${bot.pid})`)
    expect({ code, a: await versionOf('a') }).toEqual({ code: 0, a: '1.0.0' })
    bot.kill('SIGKILL')
    await once(bot, 'exit')

    // Nothing is fetched any more, also when the killed process has left its note.
    expect((await install({ NPM_FAILS: 'ENOTFOUND' })).code).toBe(0)
    expect(await versionOf('a')).toBe('1.1.0')
    expect(await readdir(join(root, '.install'))).toEqual([])
  })

  it('does not take npm start itself for a running bot', async () => {
    await install()
    await lock({ a: '1.1.0' })
    await mkdir(join(root, 'src'))
    await writeFile(join(root, 'src/start.ts'), '')
    const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}`, npm_config_user_agent: 'npm/11' }
    const child = spawn('sh', ['-c', `"${process.execPath}" tools/run.mjs src/start.ts; true`], { cwd: root, env })
    await once(child, 'exit')
    expect(await versionOf('a')).toBe('1.1.0')
  })

  it('sends people to npm who use another package manager, unless everything is there', async () => {
    const { code, err } = await install({ npm_config_user_agent: 'pnpm/11.0.0 npm/? node/v24.0.0 linux x64' })
    expect(err).toBe('Lector is installed with npm and not with pnpm: run `npm start`.\n')
    expect(code).toBe(1)
    await install()
    expect(await install({ npm_config_user_agent: 'yarn/1.22.22 npm/? node/v24.0.0' })).toEqual({ code: 0, err: '' })
  })

  it('says that npm is missing', async () => {
    expect((await install({ PATH: '' })).err).toMatch(/npm was not found/)
  })
})
