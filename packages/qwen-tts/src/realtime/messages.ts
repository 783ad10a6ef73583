import { randomUUID } from 'node:crypto'
import { defined } from '../json.ts'
import type { AudioFormat, LanguageType } from '../request.ts'

/** When text becomes audio. */
export type SessionMode =
  /** The server cuts the text into sentences and speaks each as soon as it is whole. */
  | 'server_commit'
  /** Nothing is spoken before a commit; what is committed together is one response. */
  | 'commit'

/** What a session is told once, before its text. */
export interface SessionSettings {
  readonly voice: string
  /** `server_commit` if left out. */
  readonly mode?: SessionMode
  readonly languageType?: LanguageType
  /** `pcm` if left out. */
  readonly responseFormat?: AudioFormat
  /** Hertz: 8000, 16000, 24000 (default) or 48000. */
  readonly sampleRate?: number
  /** 0.5 to 2, 1 if left out. */
  readonly speechRate?: number
  /** 0.5 to 2, 1 if left out. */
  readonly pitchRate?: number
  /** 0 to 100, 50 if left out. */
  readonly volume?: number
  /** kbit/s of `opus`, 6 to 510, 128 if left out. */
  readonly bitRate?: number
  /** How to speak, in Chinese or English. Instruct models only. */
  readonly instructions?: string
  /** Lets the model reword the instructions before it follows them. */
  readonly optimizeInstructions?: boolean
  /** Normalises the text: numbers, dates and units as words. */
  readonly enableTn?: boolean
  /** Undocumented fields, sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>>
}

export type ClientMessage =
  | { readonly type: 'session.update'; readonly session: object }
  | { readonly type: 'input_text_buffer.append'; readonly text: string }
  | { readonly type: 'input_text_buffer.commit' }
  | { readonly type: 'input_text_buffer.clear' }
  | { readonly type: 'session.finish' }

/** One text frame (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime-client-events). */
export function formatMessage(message: ClientMessage): string {
  return JSON.stringify({ event_id: `event_${randomUUID()}`, ...message })
}

export function updateMessage(settings: SessionSettings): ClientMessage {
  const { voice, mode = 'server_commit', responseFormat = 'pcm', sampleRate = 24_000, ...rest } = settings
  return {
    type: 'session.update',
    session: {
      voice,
      mode,
      response_format: responseFormat,
      sample_rate: sampleRate,
      ...defined({
        language_type: rest.languageType,
        speech_rate: rest.speechRate,
        pitch_rate: rest.pitchRate,
        volume: rest.volume,
        bit_rate: rest.bitRate,
        instructions: rest.instructions,
        optimize_instructions: rest.optimizeInstructions,
        enable_tn: rest.enableTn,
      }),
      ...rest.extra,
    },
  }
}
