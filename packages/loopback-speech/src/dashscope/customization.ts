import { type Answer, json } from '../answer.ts'
import { SAMPLE_RATE } from '../audio/pcm.ts'
import { sineOf } from '../audio/sine.ts'
import { encodeWav } from '../audio/wav.ts'
import { type Fields, isRecord } from '../json.ts'
import { AUDIO_MODELS, MODELS } from '../tables.ts'

interface OwnVoice {
  readonly id: string
  readonly targetModel: string
  readonly prefix: string
  readonly created: string
}

/**
 * Voices that a customer makes: `voice-enrollment` for Qwen-Audio-TTS, `qwen-voice-enrollment` and `qwen-voice-design`
 * for Qwen3-TTS (https://www.alibabacloud.com/help/en/model-studio/voice-cloning-user-guide).
 */
export class VoiceCustomization {
  readonly #voices = new Map<string, OwnVoice>()
  readonly #wall: () => number
  #count = 0

  constructor(wall: () => number) {
    this.#wall = wall
  }

  /** Target models by voice. */
  get targets(): ReadonlyMap<string, string> {
    return new Map([...this.#voices].map(([id, { targetModel }]) => [id, targetModel]))
  }

  answer(body: Fields | undefined, requestId: string): Answer {
    const input = isRecord(body?.input) ? body.input : {}
    const reply = (output: object, usage?: object) =>
      json(200, { output, ...(usage && { usage }), request_id: requestId })
    const refuse = (code: string, message: string, status = 400) =>
      json(status, { code, message, request_id: requestId })
    const model = String(body?.model ?? '')
    if (!(model in ACTIONS)) return refuse('InvalidParameter', 'Model not exist')
    const action = (ACTIONS as Readonly<Record<string, Readonly<Record<string, Action>>>>)[model]?.[
      String(input.action)
    ]
    const isNew = model === 'voice-enrollment'
    const voice = this.#voices.get(String(isNew ? input.voice_id : input.voice))
    switch (action) {
      case 'create': {
        const wrong = wrongWith(input, model)
        if (wrong) return refuse('InvalidParameter', wrong)
        const made = this.#make(input, model)
        const preview = input.voice_prompt === undefined ? {} : { preview_audio: previewAudio() }
        return isNew
          ? reply({ voice_id: made.id, ...preview }, { count: 1 })
          : reply({ voice: made.id, target_model: made.targetModel, ...preview }, { count: 1 })
      }
      case 'list':
        return isNew
          ? reply({ voice_list: this.#page(input).map(rowOf) })
          : reply({ voice_list: this.#page(input).map(oldRowOf) })
      case 'query':
        return voice ? reply(isNew ? rowOf(voice) : oldRowOf(voice)) : refuse(...NO_VOICE)
      case 'update':
        return voice ? reply({}) : refuse(...NO_VOICE)
      case 'delete':
        if (!voice) return refuse(...NO_VOICE)
        this.#voices.delete(voice.id)
        return reply({}, { count: 1 })
      default:
        return refuse('InvalidParameter', `Invalid action: ${String(input.action)}`)
    }
  }

  #make(input: Fields, model: string): OwnVoice {
    const prefix = String(input.prefix ?? input.preferred_name)
    const targetModel = String(input.target_model)
    const number = String(++this.#count).padStart(8, '0')
    const id =
      model === 'voice-enrollment' ? `${targetModel}-${prefix}-${number}` : `qwen-tts-vc-${prefix}-voice-${number}`
    const voice = {
      id,
      targetModel,
      prefix,
      created: new Date(this.#wall()).toISOString().slice(0, 19).replace('T', ' '),
    }
    this.#voices.set(id, voice)
    return voice
  }

  #page(input: Fields): OwnVoice[] {
    const size = typeof input.page_size === 'number' ? input.page_size : 10
    const index = typeof input.page_index === 'number' ? input.page_index : 0
    const all = [...this.#voices.values()].filter(({ prefix }) => input.prefix === undefined || prefix === input.prefix)
    return all.slice(index * size, (index + 1) * size)
  }
}

type Action = 'create' | 'list' | 'query' | 'update' | 'delete'

const ACTIONS = {
  'voice-enrollment': {
    create_voice: 'create',
    list_voice: 'list',
    query_voice: 'query',
    update_voice: 'update',
    delete_voice: 'delete',
  },
  'qwen-voice-enrollment': { create: 'create', list: 'list', delete: 'delete' },
  'qwen-voice-design': { create: 'create', list: 'list', query: 'query', delete: 'delete' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Action>>>>

function wrongWith(
  { target_model, prefix, preferred_name, url, audio, voice_prompt }: Fields,
  model: string,
): string | undefined {
  const target = String(target_model)
  if (model === 'voice-enrollment') {
    if (!AUDIO_MODELS.has(target)) return `Invalid target_model: ${target}`
    if (typeof prefix !== 'string' || !/^[a-z0-9]{1,10}$/.test(prefix))
      return 'prefix should be at most 10 lowercase letters and digits'
    return typeof url === 'string' || typeof voice_prompt === 'string' ? undefined : 'url is required'
  }
  if (MODELS.get(target)?.voices !== undefined || !MODELS.has(target)) return `Invalid target_model: ${target}`
  if (typeof preferred_name !== 'string' || !/^\w{1,16}$/.test(preferred_name))
    return 'preferred_name should be at most 16 characters'
  if (model === 'qwen-voice-design') return typeof voice_prompt === 'string' ? undefined : 'voice_prompt is required'
  return isRecord(audio) && typeof audio.data === 'string' ? undefined : 'audio.data is required'
}

function rowOf({ id, targetModel, created }: OwnVoice): object {
  return { voice_id: id, target_model: targetModel, gmt_create: created, gmt_modified: created, status: 'OK' }
}

function oldRowOf({ id, targetModel, created }: OwnVoice): object {
  return { voice: id, target_model: targetModel, gmt_create: created }
}

function previewAudio(): object {
  const file = encodeWav(sineOf({ seconds: 1 }), { sampleRate: SAMPLE_RATE })
  return { data: file.toString('base64'), sample_rate: SAMPLE_RATE, response_format: 'wav' }
}

const NO_VOICE = ['BadRequest.VoiceNotFound', 'The voice is not found.'] as const
