import type { ServerResponse } from 'node:http'
import { type Refusal, type SeenRequest, sendJson } from './exchange.ts'

const SERVICES = ['voice-enrollment', 'qwen-voice-enrollment', 'qwen-voice-design']

/** Custom voices (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-voice-cloning, …-voice-design). */
export function createVoiceShelf() {
  const shelf = new Map<string, { readonly service: string; readonly targetModel: string; readonly input: object }>()

  function answer({ body }: SeenRequest, response: ServerResponse): Refusal | undefined {
    const { model: service = '', input = {} } = body
    const illegal = { status: 400, code: 'BadRequest.IllegalInput', message: 'Illegal input.' }
    if (!SERVICES.includes(service)) return { status: 404, code: 'ModelNotFound', message: 'Model can not be found.' }
    const action = String(input.action).replace(/_voice$/, '')
    if (String(input.action).endsWith('_voice') !== (service === 'voice-enrollment')) return illegal
    const field = service === 'voice-enrollment' ? 'voice_id' : 'voice'
    const reply = (output: object, usage: object = {}) => {
      sendJson(response, { output, usage, request_id: 'r-voices' })
      return undefined
    }

    if (action === 'create') {
      const name = input.preferred_name ?? input.prefix
      const targetModel = String(input.target_model)
      if (typeof name !== 'string' || (service === 'voice-enrollment' && !/^[a-z0-9]{1,10}$/.test(name))) return illegal
      const id = `${targetModel}-${name}-${shelf.size}`
      shelf.set(id, { service, targetModel, input })
      const preview =
        input.voice_prompt === undefined
          ? {}
          : { preview_audio: { data: 'AQIDBA==', sample_rate: 24000, response_format: 'wav' } }
      return reply({ [field]: id, target_model: targetModel, ...preview }, { count: 1 })
    }
    if (action === 'list') {
      const own = [...shelf].filter(([, voice]) => voice.service === service)
      const list = own.map(([id, { targetModel }]) => ({
        [field]: id,
        target_model: targetModel,
        gmt_create: '2026-11-28 09:30:00',
        ...(service === 'voice-enrollment' && { status: 'OK' }),
      }))
      return reply({ voice_list: list, total_count: list.length, page_index: input.page_index })
    }
    const id = String(input[field])
    const voice = shelf.get(id)
    if (!voice) return { status: 400, code: 'BadRequest.VoiceNotFound', message: 'Voice not found.' }
    if (action === 'query') return reply({ [field]: id, target_model: voice.targetModel, ...voice.input })
    if (action === 'update') return reply({})
    if (action !== 'delete') return illegal
    shelf.delete(id)
    return reply({ [field]: id })
  }

  return { answer }
}
