import { type Answer, json } from '../answer.ts'
import { AUDIO_MODELS, MODELS } from '../tables.ts'
import type { DashScopeBehaviour } from './behaviour.ts'

/** `GET /models`: what exists, and when it goes offline (help.aliyun.com, "list models"). */
export function modelsAnswer(url: URL, { gone = [], offline = {} }: DashScopeBehaviour, requestId: string): Answer {
  const models = modelsAsked(url)
    .filter((id) => !gone.includes(id))
    .map((id) => ({
      model: id,
      name: id,
      provider: 'qwen',
      capabilities: [MODELS.get(id)?.transport === 'websocket' ? 'Realtime-Text-to-Speech' : 'TTS'],
      features: [],
      published_time: '2026-09-22 00:00:00',
      equivalent_snapshot: null,
      prices: [],
      inference_offline_info: offline[id] === undefined ? null : { offline_time: offline[id] },
    }))
  return listAnswer(url, 'models', models, requestId)
}

/** `GET /models/permissions`: what this key may use (help.aliyun.com, "list model permissions"). */
export function permissionsAnswer(
  url: URL,
  { gone = [], forbidden = [] }: DashScopeBehaviour,
  requestId: string,
): Answer {
  const authorizedOnly = url.searchParams.get('authorization_scope') === 'AUTHORIZED'
  const permissions = modelsAsked(url)
    .filter((id) => !gone.includes(id) && !(authorizedOnly && forbidden.includes(id)))
    .map((id) => ({ model: id, inference: !forbidden.includes(id), finetune: false }))
  return listAnswer(url, 'permissions', permissions, requestId)
}

function modelsAsked({ searchParams }: URL): string[] {
  const all = [...MODELS.keys(), ...AUDIO_MODELS.keys()]
  const model = searchParams.get('model')
  return model === null ? all : all.filter((id) => id === model)
}

function listAnswer({ searchParams }: URL, key: string, entries: readonly object[], requestId: string): Answer {
  const page = Math.max(1, Number(searchParams.get('page_no')) || 1)
  const size = Math.min(200, Math.max(1, Number(searchParams.get('page_size')) || 20))
  return json(200, {
    code: null,
    message: null,
    success: true,
    output: {
      total: entries.length,
      page_no: page,
      page_size: size,
      [key]: entries.slice((page - 1) * size, page * size),
    },
    request_id: requestId,
  })
}
