import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config/config.ts'
import { VARIABLES, type VariableName } from '../../src/config/variables.ts'
import type { Variable } from '../../src/kernel/variables.ts'

const table = Object.entries<Variable<unknown>>(VARIABLES)

/** For each variable a valid value, as text and parsed, and an invalid one if there is any. */
const VALUES: { readonly [N in VariableName]: { right: string; read: unknown; wrong?: string } } = {
  DISCORD_TOKEN: { right: 'a.b.c', read: 'a.b.c' },
  LECTOR_MODE: { right: 'Bot', read: 'bot', wrong: 'sandbox' },
  DISCORD_API: { right: 'http://127.0.0.1:9/api//', read: 'http://127.0.0.1:9/api', wrong: 'ftp://discord.com' },
  DASHSCOPE_API_KEY: { right: 'sk-1', read: 'sk-1' },
  DASHSCOPE_REGION: { right: 'Beijing', read: 'beijing', wrong: 'frankfurt' },
  DASHSCOPE_BASE_URL: { right: 'https://host/api/v1', read: 'https://host/api/v1', wrong: 'host/api/v1' },
  DASHSCOPE_WORKSPACE: { right: 'ws-1', read: 'ws-1' },
  DASHSCOPE_MODEL: { right: 'qwen3-tts-flash-2026', read: 'qwen3-tts-flash-2026' },
  DASHSCOPE_REALTIME_MODEL: { right: 'qwen3-tts-flash-realtime-2026', read: 'qwen3-tts-flash-realtime-2026' },
  OPENAI_SPEECH_URL: { right: 'http://127.0.0.1:8091/', read: 'http://127.0.0.1:8091', wrong: 'localhost:8091' },
  OPENAI_SPEECH_KEY: { right: 'k-1', read: 'k-1' },
  OPENAI_SPEECH_KIND: { right: 'vLLM-Omni', read: 'vllm-omni', wrong: 'azure' },
  OPENAI_SPEECH_MODEL: { right: 'gpt-4o-mini-tts', read: 'gpt-4o-mini-tts' },
  OPENAI_SPEECH_VOICE: { right: 'vivian', read: 'vivian' },
  OPENAI_SPEECH_FORMAT: { right: 'WAV', read: 'wav', wrong: 'opus' },
  OPENAI_SPEECH_RATE: { right: '22050', read: 22_050, wrong: '22.05' },
  OPENAI_SPEECH_TIMEOUT: { right: '300', read: 300, wrong: '0' },
  OPENAI_SPEECH_LANGUAGES: {
    right: 'emma=en, klaus=de',
    read: new Map([
      ['emma', ['en']],
      ['klaus', ['de']],
    ]),
    wrong: 'emma',
  },
  WYOMING_URL: { right: 'tcp://127.0.0.1:10200', read: 'tcp://127.0.0.1:10200', wrong: 'http://host:10200' },
  WYOMING_VOICE: { right: 'en_US-lessac-medium', read: 'en_US-lessac-medium' },
  VOICEVOX_URL: { right: 'http://127.0.0.1:50021/', read: 'http://127.0.0.1:50021', wrong: 'tcp://host' },
  VOICEVOX_VOICE: { right: 'ずんだもん', read: 'ずんだもん' },
  LECTOR_ESPEAK: { right: '/usr/bin/espeak-ng', read: '/usr/bin/espeak-ng' },
  LECTOR_ENGINE: { right: 'dashscope-realtime', read: 'dashscope-realtime', wrong: 'espeak' },
  LECTOR_VOICE: { right: 'Ono Anna', read: 'Ono Anna' },
  LECTOR_MAX_CHARACTERS: { right: '6000', read: 6000, wrong: '6001' },
  LECTOR_QUEUE_LIMIT: { right: '1', read: 1, wrong: '0' },
  LECTOR_DAY_BUDGET: { right: '1000000', read: 1_000_000, wrong: 'all' },
  LECTOR_MONTH_BUDGET: { right: '0', read: 0, wrong: '-5' },
  LECTOR_SERVER_DAY_BUDGET: { right: '0', read: 0, wrong: '-1' },
  LECTOR_SERVER_MONTH_BUDGET: { right: '1000000000', read: 1_000_000_000, wrong: '1000000001' },
  LECTOR_MEMBER_DAY_BUDGET: { right: '500', read: 500, wrong: '1.5' },
  LECTOR_MEMBER_MONTH_BUDGET: { right: '500', read: 500, wrong: 'much' },
  LECTOR_MEMBER_HOUR_BUDGET: { right: '500', read: 500, wrong: 'much' },
  LECTOR_PRIVACY_URL: { right: 'https://host/privacy', read: 'https://host/privacy', wrong: 'host/privacy' },
  LECTOR_DATA_DIR: { right: '/var/lib/lector', read: '/var/lib/lector' },
  LECTOR_BACKUP_EVERY: { right: '24', read: 24, wrong: '0' },
  LECTOR_BACKUP_KEEP: { right: '30', read: 30, wrong: 'all' },
  DATABASE_URL: { right: 'postgres://u:p@host/db', read: 'postgres://u:p@host/db', wrong: 'mysql://host/db' },
  LECTOR_CACHE_MB: { right: '0', read: 0, wrong: '-1' },
  LECTOR_CACHE_DISK_MB: { right: '512', read: 512, wrong: 'much' },
  LECTOR_SHARDS: { right: '4', read: 4, wrong: '0' },
  LECTOR_SHARDS_PER_PROCESS: { right: '2', read: 2, wrong: 'all' },
  LECTOR_HTTP: { right: '0.0.0.0:9090', read: { host: '0.0.0.0', port: 9090 }, wrong: 'localhost' },
  LECTOR_LOG_LEVEL: { right: 'DEBUG', read: 'debug', wrong: 'verbose' },
}

const environmentOf = (key: 'right' | 'wrong') =>
  Object.fromEntries(Object.entries<{ right: string; wrong?: string }>(VALUES).map(([name, v]) => [name, v[key]]))

function problemsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
    throw error
  }
  return []
}

describe('readConfig', () => {
  it('reads every variable of the table', () => {
    const expected = Object.fromEntries(Object.entries(VALUES).map(([name, { read }]) => [name, read]))
    expect(readConfig(environmentOf('right'))).toEqual(expected)
  })

  it('reads only fallbacks from an empty environment, and all of them are allowed', () => {
    const config: Record<string, unknown> = { ...readConfig({}) }
    expect(Object.keys(config)).toEqual(
      table.filter(([, { fallback }]) => fallback !== undefined).map(([name]) => name),
    )
    for (const [name, { fallback, parse }] of table) if (fallback) expect(config[name]).toBe(parse(fallback))
  })

  it.each(['', ' ', '\t\n'])('treats %j as not set', (value) => {
    expect(readConfig(Object.fromEntries(table.map(([name]) => [name, value])))).toEqual(readConfig({}))
  })

  it('names every wrong variable in one error, with the allowed values and without the given ones', () => {
    const wrong = environmentOf('wrong')
    const names = Object.keys(wrong).filter((name) => wrong[name] !== undefined)
    const problems = problemsOf(wrong)
    expect(problems.map((line) => line.split(' must be ')[0])).toEqual(names)
    expect(problems).toContain('DASHSCOPE_REGION must be one of singapore, beijing')
    expect(problems).toContain('LECTOR_QUEUE_LIMIT must be a whole number from 1 to 200')
    expect(problems).toContain('DISCORD_API must be a URL that begins with https:// or http://')
    expect(problems.join()).not.toMatch(/frankfurt|verbose|ftp:/)
  })

  it.each(['1.5', 'ten', '-1', 'Infinity', 'NaN', '1,000'])('rejects %j as a whole number', (value) => {
    expect(problemsOf({ LECTOR_MAX_CHARACTERS: value })).toHaveLength(1)
  })

  it('returns a frozen object', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lector-config-'))
  const path = join(folder, 'token')

  it('is read from the file that NAME_FILE names, without the line end', () => {
    writeFileSync(path, 'a.b.c\n')
    try {
      expect(readConfig({ DISCORD_TOKEN_FILE: path }).DISCORD_TOKEN).toBe('a.b.c')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is ignored if the variable itself is set', () => {
    const readFile = () => expect.fail('the file is not asked for')
    expect(readConfig({ DISCORD_TOKEN: 'x.y.z', DISCORD_TOKEN_FILE: path }, readFile).DISCORD_TOKEN).toBe('x.y.z')
  })

  it('is not set if the file is empty or not named', () => {
    expect(readConfig({ DISCORD_TOKEN_FILE: path }, () => ' \n').DISCORD_TOKEN).toBeUndefined()
    expect(readConfig({ DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: '' }).DISCORD_TOKEN).toBeUndefined()
  })

  it('is named with the other problems if it cannot be read', () => {
    const [file, level] = problemsOf({ DASHSCOPE_API_KEY_FILE: join(folder, 'gone'), LECTOR_LOG_LEVEL: 'loud' })
    expect(file).toMatch(
      /^DASHSCOPE_API_KEY must be in a file that can be read; DASHSCOPE_API_KEY_FILE names ".*gone"$/,
    )
    expect(level).toMatch(/^LECTOR_LOG_LEVEL/)
  })

  it('works for secrets only', () => {
    const readFile = () => expect.fail('the file is not asked for')
    expect(readConfig({ LECTOR_VOICE_FILE: path }, readFile).LECTOR_VOICE).toBe('Cherry')
  })
})
