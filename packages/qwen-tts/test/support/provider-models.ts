import type { ServerResponse } from 'node:http'
import { sendJson } from './exchange.ts'

const MODELS = [
  { model: 'qwen3-tts-flash', capabilities: ['TTS'], inference_offline_info: null },
  {
    model: 'qwen3-tts-instruct-flash',
    capabilities: ['TTS'],
    equivalent_snapshot: 'qwen3-tts-instruct-flash-2026-01-26',
    inference_offline_info: { offline_time: '2026-10-10 00:00:00' },
  },
  { model: 'qwen-audio-3.1-tts-flash', capabilities: ['TTS'] },
]

/** The catalogue, which knows more models than a key may use. */
export function answerModels(url: URL, response: ServerResponse): undefined {
  const id = url.searchParams.get('model')
  const found = MODELS.filter(({ model }) => model === id)
  const models = url.pathname.endsWith('/permissions')
    ? found.filter(({ model }) => !model.includes('3.1')).map(({ model }) => ({ model, inference: true }))
    : found
  sendJson(response, { request_id: 'r-models', output: { total: models.length, page_no: 1, page_size: 20, models } })
  return undefined
}
