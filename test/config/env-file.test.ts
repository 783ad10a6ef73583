import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadEnvFile } from '../../src/config/env-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lector-env-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Buffer) => writeFile(join(folder, name), content)

describe('loadEnvFile', () => {
  it('adds what is not set, and says which file it read', async () => {
    await write('.env', 'DISCORD_TOKEN=a.b.c\nLECTOR_VOICE=Ethan # mine\n\n#LECTOR_LOG_LEVEL=debug\n')
    const environment: NodeJS.ProcessEnv = { LECTOR_VOICE: 'Serena' }
    expect(loadEnvFile(folder, environment)).toEqual({ path: join(folder, '.env'), notes: [] })
    expect(environment).toEqual({ DISCORD_TOKEN: 'a.b.c', LECTOR_VOICE: 'Serena' })
  })

  it('has nothing to say when there is no file', () => {
    expect(loadEnvFile(folder, {})).toEqual({ notes: [] })
  })

  it.each(['.env.txt', 'env.txt', 'env', '.env.local', '.ENV.TXT'])('names %s when there is no .env', async (name) => {
    await write(name, 'DISCORD_TOKEN=a.b.c')
    expect(loadEnvFile(folder, {}).notes).toEqual([expect.stringContaining(`${join(folder, name)}: rename it to .env`)])
  })

  it('names a folder that Docker made in its place', async () => {
    await mkdir(join(folder, '.env'))
    expect(loadEnvFile(folder, {}).notes[0]).toMatch(/is a folder\. Docker makes one/)
  })

  it.each([
    ['little-endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['big-endian', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['without its mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('reads UTF-16 %s, and names it', async (_, encode) => {
    await write('.env', encode('DISCORD_TOKEN=a.b.c\r\nLECTOR_VOICE=Ethan\r\n'))
    const environment: NodeJS.ProcessEnv = {}
    expect(loadEnvFile(folder, environment).notes).toEqual([expect.stringMatching(/is UTF-16.*save it as UTF-8/)])
    expect(environment).toEqual({ DISCORD_TOKEN: 'a.b.c', LECTOR_VOICE: 'Ethan' })
  })

  it('reads UTF-8 with the mark that Notepad writes', async () => {
    await write('.env', '\uFEFFDISCORD_TOKEN=a.b.c\r\n')
    const environment: NodeJS.ProcessEnv = {}
    expect(loadEnvFile(folder, environment).notes).toEqual([])
    expect(environment).toEqual({ DISCORD_TOKEN: 'a.b.c' })
  })

  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['TOKEN', 'DISCORD_TOKEN'],
    ['BOT_TOKEN', 'DISCORD_TOKEN'],
    ['DASHSCOPE_KEY', 'DASHSCOPE_API_KEY'],
    ['DASHSCOPE_APIKEY', 'DASHSCOPE_API_KEY'],
    ['LECTOR_LOGLEVEL', 'LECTOR_LOG_LEVEL'],
    ['DATABASE_URI', 'DATABASE_URL'],
  ])('takes %s in the file for a misspelled %s', async (name, meant) => {
    await write('.env', `${name}=secret`)
    const { notes } = loadEnvFile(folder, {})
    expect(notes).toEqual([`Lector has no variable ${name} in .env. Did you mean ${meant}?`])
  })

  it('names what is unknown in the environment only when the name is of Lector', () => {
    const { notes } = loadEnvFile(folder, { LECTOR_VOCIE: 'Cherry', TOKEN: 'x', HOME: '/root', npm_config_x: '1' })
    expect(notes).toEqual(['Lector has no variable LECTOR_VOCIE. Did you mean LECTOR_VOICE?'])
  })

  it('leaves alone what Node, Docker, Postgres and proxies read, and files of secrets', async () => {
    const names = [
      'NODE_EXTRA_CA_CERTS',
      'HTTPS_PROXY',
      'COMPOSE_PROFILES',
      'POSTGRES_PASSWORD',
      'DISCORD_TOKEN_FILE',
      'TZ',
    ]
    await write('.env', names.map((name) => `${name}=x`).join('\n'))
    expect(loadEnvFile(folder, {}).notes).toEqual([])
  })
})
