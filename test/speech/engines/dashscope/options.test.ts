import { expect, it } from 'vitest'
import { clientOptions } from '../../../../src/speech/engines/dashscope/options.ts'

it.each([
  [{}, 'https://dashscope-intl.aliyuncs.com/api/v1'],
  [{ baseUrl: 'beijing' }, 'https://dashscope.aliyuncs.com/api/v1'],
  [{ baseUrl: 'beijing', workspace: 'ws-1' }, 'https://ws-1.cn-beijing.maas.aliyuncs.com/api/v1'],
  [{ baseUrl: 'https://proxy.example/api/v1', workspace: 'ws-1' }, 'https://proxy.example/api/v1'],
])('%j goes to %s', (options, url) => {
  expect(String(clientOptions({ apiKey: 'sk', ...options }).baseUrl)).toBe(url)
})

it('the client times its connection and nothing else', () => {
  expect(clientOptions({ apiKey: 'sk', connectTimeout: 100 })).toMatchObject({ connectTimeout: 100, timeout: 0 })
})
