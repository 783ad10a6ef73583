import { expect, it } from 'vitest'
import { clientOptions } from '../../../../src/speech/engines/dashscope/options.ts'

const DEADLINES = { connect: 100, firstAudio: 1_000, stall: 1_000 }

it.each([
  [{}, 'https://dashscope-intl.aliyuncs.com/api/v1'],
  [{ baseUrl: 'beijing' }, 'https://dashscope.aliyuncs.com/api/v1'],
  [{ baseUrl: 'beijing', workspace: 'ws-1' }, 'https://ws-1.cn-beijing.maas.aliyuncs.com/api/v1'],
  [{ baseUrl: 'https://proxy.example/api/v1', workspace: 'ws-1' }, 'https://proxy.example/api/v1'],
])('%j goes to %s', (options, url) => {
  expect(String(clientOptions({ apiKey: 'sk', ...options }, DEADLINES).baseUrl)).toBe(url)
})

it('the engine’s deadlines are the only ones', () => {
  expect(clientOptions({ apiKey: 'sk' }, DEADLINES)).toMatchObject({ connectTimeout: 100, timeout: 0 })
})
