import { expect, it } from 'vitest'
import { costOf as costAmong } from '../../../../src/speech/cost.ts'
import type { SpeechReceipt } from '../../../../src/speech/engine.ts'
import { dashscope } from '../../../../src/speech/engines/dashscope/description.ts'
import { MODELS } from '../../../../src/speech/engines/dashscope/models.ts'
import { local } from '../../../../src/speech/engines/local/description.ts'
import { openai } from '../../../../src/speech/engines/openai/description.ts'

const costOf = (receipt: SpeechReceipt, baseUrl: 'singapore' | 'beijing') =>
  costAmong(receipt, [
    dashscope.configure({ apiKey: 'sk', baseUrl }),
    openai.configure({ baseUrl: 'http://127.0.0.1' }),
    local.configure(),
  ])
const receipt = (model: string, characters = 10_000, engine: 'dashscope' | 'openai' | 'local' = 'dashscope') => ({
  engine,
  model,
  characters,
})

it('knows the list prices of 10,000 characters', () => {
  expect(costOf(receipt('qwen3-tts-flash'), 'singapore')).toBeCloseTo(0.1)
  expect(costOf(receipt('qwen3-tts-flash-2025-11-27'), 'beijing')).toBeCloseTo(0.115)
  expect(costOf(receipt('qwen3-tts-instruct-flash'), 'singapore')).toBeCloseTo(0.115)
  expect(costOf(receipt('qwen3-tts-flash-realtime'), 'singapore')).toBeCloseTo(0.13)
  expect(costOf(receipt('qwen3-tts-flash', 250), 'singapore')).toBeCloseTo(0.0025)
})

it('does not guess where there is no public price', () => {
  expect(costOf(receipt('qwen3-tts-flash-realtime'), 'beijing')).toBeUndefined()
  expect(costOf(receipt('qwen3-tts-instruct-flash-realtime'), 'singapore')).toBeUndefined()
  expect(costOf(receipt('qwen-tts'), 'beijing')).toBeUndefined()
  expect(costOf(receipt('tts-1', 10, 'openai'), 'singapore')).toBeUndefined()
})

it('charges nothing for what costs nothing', () => {
  expect(costOf(receipt('flite', 0, 'local'), 'singapore')).toBe(0)
})

it('has a price for every Qwen3 model over HTTP', () => {
  const models = MODELS.filter(({ id, transport }) => id.startsWith('qwen3') && transport === 'http')
  for (const { id } of models) expect(costOf(receipt(id), 'singapore'), id).toBeGreaterThan(0)
})
