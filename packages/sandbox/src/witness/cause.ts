import type { Interaction } from '@lector/loopback-discord'
import type { APIMessage } from 'discord-api-types/v10'

/** The action that caused an utterance. Times are milliseconds of `performance.now()`. */
export interface Cause {
  readonly kind: 'command' | 'message'
  /** Of the interaction or the message. */
  readonly id: string
  readonly userId: string
  readonly text: string
  /** Options given by the person; settings may add more. */
  readonly voice?: string
  readonly style?: string
  readonly at: number
  /**
   * Without a request to the speech service, it is not taken as the reason for what sounds: a menu on a message may be
   * a question about it.
   */
  readonly isUncertain?: true
  /** When the bot first answered. */
  acceptedAt?: number
}

/** Undefined for a command without text. */
export function causeOfInteraction({ id, userId, data }: Interaction, at: number): Cause | undefined {
  const entered = data as EnteredData
  const text = wordsOf(entered)
  if (text === undefined) return undefined
  const [voice, style] = [textOption(entered, 'voice'), textOption(entered, 'style')]
  const isMenu = textOption(entered, 'text') === undefined
  const more = { ...(voice && { voice }), ...(style && { style }), ...(isMenu && { isUncertain: true as const }) }
  return { kind: 'command', id, userId, text, at, ...more }
}

export function causeOfMessage({ id, author, content }: APIMessage, at: number): Cause {
  return { kind: 'message', id, userId: author.id, text: content, at }
}

/** Whether a text can come from this cause: it may be a part of it, cleaned, or preceded by a name. */
export function mayCause({ text }: Cause, words: string): boolean {
  const [written, said] = [bare(text), bare(words)]
  return written !== '' && said !== '' && (written.includes(said) || said.includes(written))
}

interface EnteredData {
  readonly options?: readonly { readonly name: string; readonly value?: unknown }[]
  readonly target_id?: string
  readonly resolved?: { readonly messages?: Readonly<Record<string, { readonly content: string }>> }
}

/** The option `text`, or the message that was clicked on. */
function wordsOf(entered: EnteredData): string | undefined {
  const { target_id = '', resolved } = entered
  return textOption(entered, 'text') ?? resolved?.messages?.[target_id]?.content
}

function textOption({ options = [] }: EnteredData, name: string): string | undefined {
  const value = options.find((option) => option.name === name)?.value
  return typeof value === 'string' ? value : undefined
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
