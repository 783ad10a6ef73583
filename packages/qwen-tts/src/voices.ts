import type { JsonCaller } from './call.ts'
import { pathUnder } from './endpoint.ts'
import { malformed, QwenTtsError } from './errors.ts'
import { familyOf } from './families.ts'
import { countIn, decodeBase64, defined, type Fields, isRecord, recordIn, textIn } from './json.ts'

/**
 * The services that keep voices: `voice-enrollment` for Qwen-Audio-TTS and CosyVoice, and for Qwen3-TTS one for
 * clones and one for designs.
 */
export type VoiceService = 'voice-enrollment' | 'qwen-voice-enrollment' | 'qwen-voice-design'

/** A recording of 10 to 20 s: a public URL, a data URI, or its bytes. */
export type VoiceSample =
  | string
  | { readonly data: Uint8Array; readonly type: 'audio/wav' | 'audio/mpeg' | 'audio/mp4' }

export interface CloneRequest {
  /** The model that will speak with the voice, and no other. */
  readonly targetModel: string
  /** Becomes a part of the voice's id: up to 10 lower-case letters and digits; up to 16 with `_` for Qwen3-TTS. */
  readonly name: string
  readonly audio: VoiceSample
  /** What is said in the recording. Qwen3-TTS only. */
  readonly text?: string
  /** Language of the recording, such as `en`. */
  readonly language?: string
  /** Seconds of the recording to use, 10 if left out. Not for Qwen3-TTS. */
  readonly maxPromptAudioLength?: number
  /** Cleans the recording first. Not for Qwen3-TTS. */
  readonly enablePreprocess?: boolean
  readonly signal?: AbortSignal
}

export interface DesignRequest {
  /** The model that will speak with the voice, and no other. */
  readonly targetModel: string
  readonly name: string
  /** The voice in plain words, Chinese or English, up to 2,048 characters. */
  readonly prompt: string
  /** What the preview says, up to 1,024 characters. */
  readonly previewText: string
  readonly language?: string
  /** Hertz of the preview. */
  readonly sampleRate?: number
  /** Format of the preview, `wav` if left out. */
  readonly responseFormat?: 'pcm' | 'wav' | 'mp3' | 'opus'
  readonly signal?: AbortSignal
}

export interface CustomVoice {
  /** What a request's `voice` takes. */
  readonly id: string
  readonly targetModel?: string
  readonly language?: string
  /** As DashScope writes it: `2026-11-28 09:30:00`. */
  readonly createdAt?: string
  readonly modifiedAt?: string
  /** `DEPLOYING`, `OK` or `UNDEPLOYED`, where the service has states. */
  readonly status?: string
  readonly prompt?: string
  readonly previewText?: string
  readonly requestId?: string
}

export interface DesignedVoice extends CustomVoice {
  readonly preview?: { readonly audio: Buffer; readonly format?: string; readonly sampleRate?: number }
}

export interface VoicePage {
  readonly voices: readonly CustomVoice[]
  readonly total?: number
}

interface VoiceOptions {
  readonly service: VoiceService
  readonly signal?: AbortSignal
}

export interface Voices {
  /** Makes a voice like the one in a recording. Its speaker must have agreed. */
  clone(request: CloneRequest): Promise<CustomVoice>
  /** Makes a voice from a description. */
  design(request: DesignRequest): Promise<DesignedVoice>
  list(
    options: VoiceOptions & { readonly page?: number; readonly pageSize?: number; readonly prefix?: string },
  ): Promise<VoicePage>
  query(id: string, options: VoiceOptions): Promise<CustomVoice>
  /** Replaces the recording of a voice of `voice-enrollment`. */
  update(id: string, options: { readonly audio: VoiceSample; readonly signal?: AbortSignal }): Promise<void>
  delete(id: string, options: VoiceOptions): Promise<void>
}

/** Voices of one's own (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-voice-cloning). */
export function createVoices(call: JsonCaller, base: URL, headers: Record<string, string>): Voices {
  const path = pathUnder(base, '/services/audio/tts/customization')

  async function ask(
    model: VoiceService,
    action: string,
    input: object,
    options: { readonly signal?: AbortSignal | undefined; readonly parameters?: object },
  ): Promise<Fields> {
    const { signal, parameters } = options
    const body = { model, input: { action, ...input }, ...(parameters && { parameters }) }
    return call({ method: 'POST', path, headers, body, action: `${ACTIONS[action] ?? action} of "${model}"`, signal })
  }

  return {
    async clone({ targetModel, name, audio, text, language, signal, ...extra }) {
      if (familyOf(targetModel) === 'qwen-tts') {
        const input = { target_model: targetModel, preferred_name: name, audio: { data: uriOf(audio) }, text, language }
        return createdVoice(await ask('qwen-voice-enrollment', 'create', input, { signal }), targetModel)
      }
      const input = {
        target_model: targetModel,
        prefix: name,
        url: uriOf(audio),
        language_hints: language === undefined ? undefined : [language],
        max_prompt_audio_length: extra.maxPromptAudioLength,
        enable_preprocess: extra.enablePreprocess,
      }
      return createdVoice(await ask('voice-enrollment', 'create_voice', input, { signal }), targetModel)
    },

    async design({ targetModel, name, prompt, previewText, language, sampleRate, responseFormat, signal }) {
      const described = { target_model: targetModel, voice_prompt: prompt, preview_text: previewText }
      const preview = defined({ sample_rate: sampleRate, response_format: responseFormat })
      const parameters = Object.keys(preview).length === 0 ? {} : { parameters: preview }
      const answer =
        familyOf(targetModel) === 'qwen-tts'
          ? await ask(
              'qwen-voice-design',
              'create',
              { ...described, preferred_name: name, language },
              { signal, ...parameters },
            )
          : await ask(
              'voice-enrollment',
              'create_voice',
              { ...described, prefix: name, language_hints: language === undefined ? undefined : [language] },
              { signal, ...parameters },
            )
      return { ...createdVoice(answer, targetModel), ...readPreview(recordIn(answer.output).preview_audio) }
    },

    async list({ service, page = 0, pageSize = 10, prefix, signal }) {
      const input = { page_index: page, page_size: pageSize, prefix }
      const { output } = await ask(service, actionOf(service, 'list'), input, { signal })
      const { voice_list: list, total_count: total } = recordIn(output)
      if (!Array.isArray(list)) throw malformed('it has no list of voices')
      const voices = list.filter(isRecord).flatMap((entry) => readVoice(entry) ?? [])
      return { voices, ...defined({ total: countIn(total) }) }
    },

    async query(id, { service, signal }) {
      if (service === 'qwen-voice-enrollment') throw unsupported('query', service)
      const { output } = await ask(service, actionOf(service, 'query'), idOf(service, id), { signal })
      return { ...readVoice(recordIn(output)), id }
    },

    async update(id, { audio, signal }) {
      await ask('voice-enrollment', 'update_voice', { voice_id: id, url: uriOf(audio) }, { signal })
    },

    async delete(id, { service, signal }) {
      await ask(service, actionOf(service, 'delete'), idOf(service, id), { signal })
    },
  }
}

function actionOf(service: VoiceService, action: 'list' | 'query' | 'delete'): string {
  return service === 'voice-enrollment' ? `${action}_voice` : action
}

function idOf(service: VoiceService, id: string): object {
  return service === 'voice-enrollment' ? { voice_id: id } : { voice: id }
}

function uriOf(audio: VoiceSample): string {
  if (typeof audio === 'string') return audio
  return `data:${audio.type};base64,${Buffer.from(audio.data).toString('base64')}`
}

function createdVoice(answer: Fields, targetModel: string): CustomVoice {
  const voice = readVoice(recordIn(answer.output))
  if (!voice) throw malformed('it names no voice')
  return { targetModel, ...voice, ...defined({ requestId: textIn(answer.request_id) }) }
}

/** Each service has its own words for the same facts. */
function readVoice(entry: Fields): CustomVoice | undefined {
  const id = textIn(entry.voice) ?? textIn(entry.voice_id)
  if (id === undefined) return undefined
  return {
    id,
    ...defined({
      targetModel: textIn(entry.target_model),
      language: textIn(entry.language),
      createdAt: textIn(entry.gmt_create),
      modifiedAt: textIn(entry.gmt_modified),
      status: textIn(entry.status),
      prompt: textIn(entry.voice_prompt),
      previewText: textIn(entry.preview_text),
    }),
  }
}

function readPreview(value: unknown): Pick<DesignedVoice, 'preview'> {
  const preview = recordIn(value)
  const audio = decodeBase64(preview.data)
  if (!audio?.length) return {}
  return {
    preview: {
      audio,
      ...defined({ format: textIn(preview.response_format), sampleRate: countIn(preview.sample_rate) }),
    },
  }
}

function unsupported(action: string, service: VoiceService): QwenTtsError {
  return new QwenTtsError('bad-request', `Cannot ${action} voices of "${service}": it only creates, lists and deletes`)
}

/** What a refusal's message says was refused. */
const ACTIONS: Readonly<Record<string, string>> = {
  create: 'create a voice',
  create_voice: 'create a voice',
  list: 'list voices',
  list_voice: 'list voices',
  query: 'look up a voice',
  query_voice: 'look up a voice',
  update_voice: 'update a voice',
  delete: 'delete a voice',
  delete_voice: 'delete a voice',
}
