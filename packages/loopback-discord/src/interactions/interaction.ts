import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  InteractionType,
  Locale,
} from 'discord-api-types/v10'
import type { Messages } from '../world/messages.ts'

/** The first answer of a bot. */
export type FirstAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly deferred: boolean; readonly ephemeral: boolean }
  /** The message that the pressed component stands on is changed instead of answered. */
  | { readonly kind: 'update'; readonly deferred: boolean }
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }

export interface InteractionEvents {
  /** The bot answered, edited, followed up or deleted. */
  update: [interaction: Interaction]
}

export interface InteractionOptions {
  readonly id: string
  readonly type: InteractionType
  readonly applicationId: string
  readonly guildId: string
  readonly channelId: string
  readonly userId: string
  readonly locale: Locale
  /** Monotonic milliseconds, for the bot's deadlines. */
  readonly createdAt: number
  /** The message with the component, or the one from which a form was opened. */
  readonly messageId?: string
  /** Where the answers are kept. */
  readonly messages: Messages
}

/** One press of a person, and what the bot made of it. */
export class Interaction extends EventEmitter<InteractionEvents> {
  readonly id: string
  readonly token = randomBytes(32).toString('base64url')
  readonly type: InteractionType
  readonly applicationId: string
  readonly guildId: string
  readonly channelId: string
  readonly userId: string
  readonly locale: Locale
  readonly createdAt: number
  readonly messageId: string | undefined
  /** What the person entered, as the payload carries it. */
  data: object = {}
  first: FirstAnswer = { kind: 'none' }
  /** What `@original` means: the first answer, or the message that it changed. */
  originalId: string | undefined
  followUpIds: readonly string[] = []
  readonly #messages: Messages

  constructor(options: InteractionOptions) {
    super()
    this.id = options.id
    this.type = options.type
    this.applicationId = options.applicationId
    this.guildId = options.guildId
    this.channelId = options.channelId
    this.userId = options.userId
    this.locale = options.locale
    this.createdAt = options.createdAt
    this.messageId = options.messageId
    this.#messages = options.messages
  }

  get message(): APIMessage | undefined {
    return this.#find(this.messageId)
  }

  /** As it is now; undefined once deleted. */
  get original(): APIMessage | undefined {
    return this.#find(this.originalId)
  }

  get followUps(): APIMessage[] {
    return this.followUpIds.map((id) => this.#find(id)).filter((message) => message !== undefined)
  }

  /** True once there is something for the person to see: "is thinking …" is not. */
  get isAnswered(): boolean {
    switch (this.first.kind) {
      case 'none':
        return false
      case 'message':
      case 'update':
        return !this.first.deferred
      default:
        return true
    }
  }

  /** Resolves when the condition holds, by default when the person sees an answer; rejects when the signal aborts. */
  async until(signal: AbortSignal, condition = (interaction: Interaction) => interaction.isAnswered): Promise<this> {
    while (!condition(this)) await EventEmitter.once(this, 'update', { signal })
    return this
  }

  #find(id: string | undefined): APIMessage | undefined {
    return id === undefined ? undefined : this.#messages.find(id)
  }
}
