import { expect, it } from 'vitest'
import { engineChoices } from '../../src/speech/engine-choices.ts'
import { openEngine } from '../../src/speech/open-engine.ts'

const dashscope = { apiKey: 'sk-1', baseUrl: 'beijing', model: 'qwen3-tts-flash' }
const openai = { baseUrl: 'http://127.0.0.1:8091/v1', model: 'tts-1' }

it('are what is configured, with the model, the host and the price', () => {
  expect(engineChoices({ dashscope, standIn: { openai } }, 'beijing')).toEqual([
    { id: 'dashscope', model: 'qwen3-tts-flash', host: 'dashscope.aliyuncs.com', usd: 0.115 },
    { id: 'openai', model: 'tts-1', host: '127.0.0.1:8091' },
    { id: 'local', usd: 0 },
  ])
  expect(engineChoices({ openai: { ...openai, voice: 'nova' } })[0]).toMatchObject({ id: 'openai', voice: 'nova' })
  expect(engineChoices({ dashscope: { ...dashscope, workspace: 'ws-1' } })[0]?.host).toBe(
    'ws-1.cn-beijing.maas.aliyuncs.com',
  )
  expect(engineChoices({}, 'singapore')).toEqual([{ id: 'local', usd: 0 }])
})

it('have HTTP beside the WebSocket, and no price for a model that is not on the list', () => {
  const realtime = { ...dashscope, model: 'qwen9-realtime', realtime: true }
  expect(engineChoices({ dashscope: realtime }, 'singapore').map(({ id, usd }) => [id, usd])).toEqual([
    ['dashscope-realtime', undefined],
    ['dashscope', 0.1],
    ['local', 0],
  ])
})

it('begin with the engine that speaks where nobody chose', async () => {
  for (const sources of [{}, { dashscope }, { openai, standIn: { dashscope } }]) {
    const engine = openEngine(sources)
    expect(engineChoices(sources)[0]?.id).toBe(engine.id)
    await engine.close()
  }
})
