import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

async function run(script: string, args: readonly string[], options: { input?: string; env?: object } = {}) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: tmpdir(),
    // An eSpeak NG on this machine would speak what the local voice refuses.
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      DASHSCOPE_API_KEY: '',
      LECTOR_ESPEAK: join(root, 'none'),
      ...options.env,
    },
  })
  child.stdin.end(options.input ?? '')
  const [out, err] = [text(child.stdout), text(child.stderr)]
  const [code] = await once(child, 'exit')
  return { code, out: await out, err: await err }
}

describe('npm start without a token', () => {
  it('plays a scene that is heard, and says so with its exit code', async () => {
    const { code, out } = await run('src/start.ts', ['--once'])
    expect(out).toMatch(/\d\.\d s of speech, 100 % of the words/)
    expect(out).toMatch(/end-to-end encrypted, 0 frames lost/)
    expect(code).toBe(0)
  })

  it('speaks with the server of a mood, also when the playground was asked for by LECTOR_MODE', async () => {
    const env = { LECTOR_MODE: 'playground' }
    const { code, out } = await run('src/start.ts', ['--once', '--mood', 'kokoro-fastapi'], { env })
    expect(out).toMatch(/\d\.\d s of speech, 100 % of the words/)
    expect(code).toBe(0)
  })
})

describe('npm start with a token that Discord does not take', () => {
  it('says what to do', async () => {
    const { code, err } = await run('src/start.ts', [], {
      env: { DISCORD_TOKEN: 'x', DISCORD_API: 'http://127.0.0.1:9' },
    })
    expect(code).toBe(1)
    expect(err).toMatch(/cannot be reached/)
  })
})

describe('npm run speak', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lector-speak-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('writes Ogg Opus and WAV, from an argument or from standard input', async () => {
    const ogg = join(folder, 'a.ogg')
    expect(await run('src/speak.ts', ['Hello there', '--out', ogg])).toMatchObject({ code: 0 })
    expect((await readFile(ogg)).subarray(0, 4).toString()).toBe('OggS')

    const wav = join(folder, 'a.wav')
    expect(await run('src/speak.ts', ['-', '--out', wav], { input: 'Hello there' })).toMatchObject({ code: 0 })
    expect((await readFile(wav)).length).toBeGreaterThan(24_000)
  })

  it.each([
    [['你好', '--engine', 'local'], /Latin letters/],
    [['Hello', '--engine', 'dashscope'], /DASHSCOPE_API_KEY is not set/],
    [['Hello', '--engine', 'nobody'], /--engine must be/],
    [['Hello', '--language', 'xx'], /no language "xx"/],
    [['   '], /text is empty/],
  ])('fails with a sentence for %j', async (args, sentence) => {
    const { code, err } = await run('src/speak.ts', [...args, '--out', join(folder, 'b.wav')])
    expect(err).toMatch(sentence)
    expect(code).toBe(1)
  })

  it('names what is wrong with the file', async () => {
    expect((await run('src/speak.ts', ['Hello'])).err).toMatch(/Name the file with --out/)
    expect((await run('src/speak.ts', ['Hello', '--out', 'x.mp3'])).err).toMatch(/\.ogg or \.wav/)
  })
})
