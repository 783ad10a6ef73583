import { QwenTtsError } from './errors.ts'
import { type Family, familyOf } from './families.ts'

/** What to say and how. The model's name decides which family's fields apply. */
export type SpeechRequest = QwenTtsRequest | QwenAudioRequest

interface CommonFields {
  readonly model: string
  readonly text: string
  /** Exact spelling: `Cherry`, `Ono Anna`; `longanhuan_v3.1`. */
  readonly voice: string
  /** Undocumented fields for `input`, sent as they are. */
  readonly extraInput?: Readonly<Record<string, unknown>>
}

/** Qwen3-TTS and Qwen-TTS (https://www.alibabacloud.com/help/en/model-studio/qwen-tts). */
export interface QwenTtsRequest extends CommonFields {
  /** `Auto` if left out; a text of one language sounds better with its name. */
  readonly languageType?: LanguageType
  /** How to speak, in Chinese or English, at most 1,600 tokens. Instruct models only; others ignore it. */
  readonly instructions?: string
  /** Lets the model reword the instructions before it follows them. */
  readonly optimizeInstructions?: boolean
  /** The HTTP reference puts instructions into `input` (default), the official SDKs into `parameters`. */
  readonly instructionsIn?: 'input' | 'parameters'
  /** Undocumented fields for `parameters`, such as `speech_rate`, sent as they are. */
  readonly extraParameters?: Readonly<Record<string, unknown>>
}

export type LanguageType =
  | 'Auto'
  | 'Chinese'
  | 'English'
  | 'German'
  | 'Italian'
  | 'Portuguese'
  | 'Spanish'
  | 'Japanese'
  | 'Korean'
  | 'French'
  | 'Russian'
  | (string & {})

/** Qwen-Audio-TTS and CosyVoice (https://www.alibabacloud.com/help/en/model-studio/qwen-audio-tts-http-api). */
export interface QwenAudioRequest extends CommonFields {
  /** `pcm` (default), `wav`, `mp3` or `opus`. */
  readonly format?: AudioFormat
  /** Hertz: 8000, 16000, 22050, 24000 (default), 44100 or 48000. */
  readonly sampleRate?: number
  /** 0 to 100, 50 if left out. */
  readonly volume?: number
  /** 0.5 to 2, 1 if left out. */
  readonly rate?: number
  /** 0.5 to 2, 1 if left out. */
  readonly pitch?: number
  /** kbit/s of `opus`, 6 to 510. */
  readonly bitRate?: number
  /** How to speak, in plain words. */
  readonly instruction?: string
  /** Language codes such as `en`; only the first one counts. */
  readonly languageHints?: readonly string[]
  /** 0 to 65535; the same seed gives the same audio. */
  readonly seed?: number
  readonly enableSsml?: boolean
  /** Adds words with their times to the sentences that `onSentence` gets; streaming only. */
  readonly wordTimestampEnabled?: boolean
  readonly hotFix?: HotFix
  /** Puts an inaudible mark into the audio that says it was generated. */
  readonly enableAigcTag?: boolean
  readonly aigcPropagator?: string
  readonly aigcPropagateId?: string
  readonly enableMarkdownFilter?: boolean
}

export type AudioFormat = 'pcm' | 'wav' | 'mp3' | 'opus'

export interface HotFix {
  /** Pinyin by word: `[{ 天气: 'tian1 qi4' }]`. */
  readonly pronunciation?: readonly Readonly<Record<string, string>>[]
  readonly replace?: readonly Readonly<Record<string, string>>[]
}

/**
 * The JSON body of a request. DashScope ignores fields of the other family with HTTP 200, so they are refused here.
 * Qwen-Audio-TTS sends MP3 at 22,050 Hz unless told otherwise, so its format and rate are always written.
 */
export function formatRequest(request: SpeechRequest): string {
  const family = familyOf(request.model)
  refuseForeignFields(request, family)
  return JSON.stringify(family === 'qwen-audio' ? qwenAudioBody(request) : qwenTtsBody(request))
}

/** The headers of a call, in the order of the official SDK. */
export function requestHeaders(apiKey: string, stream: boolean, workspace?: string): Record<string, string> {
  return {
    accept: stream ? 'text/event-stream' : 'application/json; charset=utf-8',
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json; charset=utf-8',
    ...(stream ? { 'x-accel-buffering': 'no', 'x-dashscope-sse': 'enable' } : {}),
    ...(workspace ? { 'x-dashscope-workspace': workspace } : {}),
  }
}

function qwenTtsBody(request: QwenTtsRequest): object {
  const { model, text, voice, instructionsIn = 'input' } = request
  const instructions = {
    instructions: request.instructions,
    optimize_instructions: request.optimizeInstructions,
  }
  return {
    model,
    input: {
      text,
      voice,
      language_type: request.languageType,
      ...(instructionsIn === 'input' ? instructions : {}),
      ...request.extraInput,
    },
    // Sent even when empty: DashScope's error list has a code for its absence.
    parameters: { ...(instructionsIn === 'parameters' ? instructions : {}), ...request.extraParameters },
  }
}

function qwenAudioBody(request: QwenAudioRequest): object {
  return {
    model: request.model,
    input: {
      text: request.text,
      voice: request.voice,
      format: request.format ?? 'pcm',
      sample_rate: request.sampleRate ?? 24_000,
      volume: request.volume,
      rate: request.rate,
      pitch: request.pitch,
      bit_rate: request.bitRate,
      instruction: request.instruction,
      language_hints: request.languageHints,
      seed: request.seed,
      enable_ssml: request.enableSsml,
      word_timestamp_enabled: request.wordTimestampEnabled,
      hot_fix: request.hotFix,
      enable_aigc_tag: request.enableAigcTag,
      aigc_propagator: request.aigcPropagator,
      aigc_propagate_id: request.aigcPropagateId,
      enable_markdown_filter: request.enableMarkdownFilter,
      ...request.extraInput,
    },
  }
}

function refuseForeignFields(request: SpeechRequest, family: Family): void {
  for (const [field, value] of Object.entries(request)) {
    if (value === undefined || COMMON_FIELDS.has(field) || FIELDS[family].has(field)) continue
    const message = `Cannot send field "${field}" to model "${request.model}": its family has no such field`
    throw new QwenTtsError('bad-request', message)
  }
}

const COMMON_FIELDS = new Set(['model', 'text', 'voice', 'extraInput'])
const FIELDS: Readonly<Record<Family, ReadonlySet<string>>> = {
  'qwen-tts': new Set<keyof QwenTtsRequest>([
    'languageType',
    'instructions',
    'optimizeInstructions',
    'instructionsIn',
    'extraParameters',
  ]),
  'qwen-audio': new Set<keyof QwenAudioRequest>([
    'format',
    'sampleRate',
    'volume',
    'rate',
    'pitch',
    'bitRate',
    'instruction',
    'languageHints',
    'seed',
    'enableSsml',
    'wordTimestampEnabled',
    'hotFix',
    'enableAigcTag',
    'aigcPropagator',
    'aigcPropagateId',
    'enableMarkdownFilter',
  ]),
}
