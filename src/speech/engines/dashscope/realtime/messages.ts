import { randomUUID } from 'node:crypto'

/** How the text of a session becomes sound. */
export type SessionMode =
  /** The server cuts what it is given into sentences and speaks each as soon as it is whole. */
  | 'server_commit'
  /** Nothing is spoken before it is committed; what is committed together is spoken in one breath. */
  | 'commit'

export interface SessionSettings {
  readonly voice: string
  readonly mode: SessionMode
  readonly response_format: 'pcm'
  readonly sample_rate: 24_000
  readonly language_type?: string
  /** 0.5 to 2. */
  readonly speech_rate?: number
  readonly instructions?: string
  readonly optimize_instructions?: boolean
}

export type ClientMessage =
  | { readonly type: 'session.update'; readonly session: SessionSettings }
  | { readonly type: 'input_text_buffer.append'; readonly text: string }
  | { readonly type: 'input_text_buffer.commit' }
  | { readonly type: 'session.finish' }

/** One text frame (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime-client-events). */
export function formatMessage(message: ClientMessage): string {
  return JSON.stringify({ event_id: `event_${randomUUID()}`, ...message })
}
