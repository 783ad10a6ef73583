import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ConfiguredEngine } from '../../src/speech/engine-description.ts'
import { dashscope, dashscopeRealtime } from '../../src/speech/engines/dashscope/description.ts'
import { ENGINES } from '../../src/speech/engines/index.ts'
import { local } from '../../src/speech/engines/local/description.ts'
import { openai } from '../../src/speech/engines/openai/description.ts'
import { openEngine } from '../../src/speech/open-engine.ts'

const SETTINGS = { apiKey: 'sk-1', baseUrl: 'beijing', model: 'qwen3-tts-flash' }
const SERVER = { baseUrl: 'http://127.0.0.1:8091/v1', model: 'tts-1' }
const lineOf = ({ id, model, host, usdOf }: ConfiguredEngine) => [id, model, host, usdOf(undefined)]

it('tells the model, the host and the price', () => {
  expect(lineOf(dashscope.configure(SETTINGS))).toEqual([
    'dashscope',
    'qwen3-tts-flash',
    'dashscope.aliyuncs.com',
    0.115,
  ])
  expect(lineOf(openai.configure(SERVER))).toEqual(['openai', 'tts-1', '127.0.0.1:8091', undefined])
  expect(lineOf(local.configure())).toEqual(['local', undefined, undefined, 0])
  expect(openai.configure({ ...SERVER, voice: 'nova' })).toMatchObject({ id: 'openai', voice: 'nova' })
})

it('tells no price for a model that is not on the list', () => {
  const realtime = dashscopeRealtime.configure({ ...SETTINGS, baseUrl: 'singapore', model: 'qwen9-realtime' })
  expect(realtime.usdOf(undefined)).toBeUndefined()
  expect(dashscope.configure({ ...SETTINGS, baseUrl: 'singapore' }).usdOf(undefined)).toBe(0.1)
})

it('the first configured engine is the one that speaks where nobody chose', async () => {
  const [one, other, free] = [dashscope.configure(SETTINGS), openai.configure(SERVER), local.configure()]
  for (const configured of [[free], [one, free], [other, one, free]]) {
    const engine = openEngine(configured)
    expect(configured[0]?.id).toBe(engine.id)
    await engine.close()
  }
})

it('no file outside an engine’s folder compares an engine’s id', () => {
  const root = join(import.meta.dirname, '../..')
  const files = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/speech/engines/'))
    // The setting `atBudget` has a value of the same name.
    .filter((file) => file !== 'src/settings/usage-budget.ts')
  const compared = new RegExp(
    `(?:[=!]==?|case|includes\\(|startsWith\\()\\s*['"\`](?:${ENGINES.map(({ id }) => id).join('|')}|espeak)`,
  )
  const comparing = files.filter((file) => compared.test(readFileSync(join(root, file), 'utf8')))
  expect(comparing).toEqual([])
})
