import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

let sandbox: Sandbox
let folder: string
beforeAll(async () => {
  sandbox = await startSandbox()
  folder = await mkdtemp(join(tmpdir(), 'lector-process-'))
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

/** Without what this process knows of the npm that started it. */
function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { description } = sandbox
  const { npm_lifecycle_event: _, ...own } = process.env
  return {
    ...own,
    DISCORD_TOKEN: description.token,
    DISCORD_API: description.rest,
    NODE_EXTRA_CA_CERTS: description.caFile,
    DASHSCOPE_API_KEY: description.speech.botKey,
    DASHSCOPE_BASE_URL: description.speech.baseUrl,
    DATABASE_URL: '',
    LECTOR_DATA_DIR: join(folder, 'data'),
    ...more,
  }
}

function start(more: Record<string, string> = {}): Run {
  return new Run(spawn(process.execPath, [join(root, 'src/start.ts')], { cwd: folder, env: environment(more) }))
}

class Run {
  readonly child: ChildProcess
  /** All that it printed until now. */
  said = ''
  readonly #closed: Promise<unknown[]>

  constructor(child: ChildProcess) {
    this.child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.said += text
      })
    }
    this.#closed = once(child, 'close')
  }

  async says(words: string): Promise<void> {
    while (!this.said.includes(words)) {
      if (this.child.exitCode !== null) throw new Error(this.said)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Resolves when nothing holds its streams any more: neither it nor what it started. */
  async end(): Promise<number | null> {
    await this.#closed
    return this.child.exitCode
  }
}

describe('the exit code of the bot', () => {
  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)('is 0 after %s', async (signal) => {
    const run = start()
    await run.says('is online')
    run.child.kill(signal)
    expect(await run.end()).toBe(0)
  })

  it('is 78 without a token when LECTOR_MODE is bot, and the person is told where it was looked for', async () => {
    const run = start({ LECTOR_MODE: 'bot', DISCORD_TOKEN: '' })
    expect(await run.end()).toBe(78)
    expect(run.said).toContain(`DISCORD_TOKEN is not set. There is no .env in ${folder}.`)
  })

  it('is that of the playground when LECTOR_MODE says so, also with a token', async () => {
    const child = spawn(process.execPath, [join(root, 'src/start.ts'), '--once'], {
      cwd: folder,
      env: environment({ LECTOR_MODE: 'playground', DASHSCOPE_API_KEY: '' }),
    })
    const run = new Run(child)
    expect(await run.end()).toBe(0)
    expect(run.said).toMatch(/100 % of the words/)
  })

  it('is 78 for a token that Discord refuses', async () => {
    const run = start({ DISCORD_TOKEN: 'not.a.token' })
    expect(await run.end()).toBe(78)
    expect(run.said).toContain('Discord does not accept DISCORD_TOKEN')
  })

  it('is 78 for settings that no restart can open', async () => {
    const data = await mkdtemp(join(folder, 'broken-'))
    await writeFile(join(data, 'lector.db'), 'this is not a database, and long enough to be sure of it '.repeat(100))
    const run = start({ LECTOR_DATA_DIR: data })
    expect(await run.end()).toBe(78)
    expect(run.said).toMatch(/Cannot open the settings: .*npm run restore/)
  })

  it('is 1 when Discord cannot be reached, which may pass', async () => {
    expect(await start({ DISCORD_API: 'http://127.0.0.1:9' }).end()).toBe(1)
  })
})

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it.each([
    ['npm is told to end', (id: number) => process.kill(id, 'SIGTERM')],
    ['Ctrl-C is pressed, which the terminal tells all of them', (id: number) => process.kill(-id, 'SIGINT')],
  ])('stops the bot when %s', async (_, tell) => {
    const run = new Run(spawn('npm', ['start'], { cwd: root, env: environment(), detached: true }))
    await run.says('is online')
    tell(run.child.pid!)
    await run.end()
    expect(run.said).toContain('"msg":"stopping"')
  })
})
