import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  type UserContextMenuCommandInteraction,
} from 'discord.js'
import type { CommandPath } from '../../i18n/catalogue.ts'
import type { Reply } from '../../interactions/reply.ts'
import type { Log } from '../../kernel/log.ts'
import type { CommandMentions } from './command-mentions.ts'
import { replyPayload } from './reply-payload.ts'

/** Between attempts to bring an answer to Discord, in milliseconds. */
const ANSWER_PAUSES = [0, 1_000, 5_000]

export type Component = ButtonInteraction<'cached'> | AnySelectMenuInteraction<'cached'>

export type Answerable =
  | ChatInputCommandInteraction<'cached'>
  | MessageContextMenuCommandInteraction<'cached'>
  | UserContextMenuCommandInteraction<'cached'>
  | Component

export interface ConversationOptions {
  readonly mentions: CommandMentions
  readonly log: Log
  /** A button that runs a command: the message with the button stays. */
  readonly startsAnew?: boolean
}

/**
 * What is said to one person about one interaction, in order: the acknowledgement, the answer, what follows it. Discord
 * voids an interaction without an acknowledgement within 3 s, so that is sent at once, before the work begins.
 */
export class Conversation {
  readonly #interaction: Answerable
  readonly #path: CommandPath
  readonly #mentions: CommandMentions
  readonly #log: Log
  /** Whether the answer takes the place of the message with the pressed button. */
  readonly replaces: boolean
  readonly #acknowledged: Promise<void>
  /**
   * Settles when the answer is there, or never will be. What follows waits for it: Discord puts the first follow-up in
   * the place of "is thinking …".
   */
  readonly #answered = Promise.withResolvers<void>()
  #followed = Promise.resolve()

  constructor(interaction: Answerable, path: CommandPath, { mentions, log, startsAnew = false }: ConversationOptions) {
    this.#interaction = interaction
    this.#path = path
    this.#mentions = mentions
    this.#log = log
    // A public message is everyone's: it stays, and the answer is for the person who pressed.
    this.replaces =
      interaction.isMessageComponent() && !startsAnew && interaction.message.flags.has(MessageFlags.Ephemeral)
    this.#acknowledged = acknowledge(interaction, this.replaces)
    // Looked at when the answer is sent.
    this.#acknowledged.catch(() => undefined)
  }

  /** Throws when Discord does not take it. */
  async answer(reply: Reply): Promise<void> {
    try {
      await this.#acknowledged
      await insist(ANSWER_PAUSES, () => this.#interaction.editReply(replyPayload(reply, this.#path, this.#mentions)))
    } finally {
      this.#answered.resolve()
    }
  }

  /** Instead of an answer that takes the place of the pressed message, one beside it. Throws like `answer`. */
  async answerBeside(reply: Reply): Promise<void> {
    try {
      await this.#acknowledged
      await this.#send(reply)
    } finally {
      this.#answered.resolve()
    }
  }

  /** Tells the person more, after the answer and in the order of the calls. Never throws. */
  followUp(reply: Reply): void {
    this.#followed = this.#followed
      .then(() => this.#answered.promise)
      .then(() => this.#acknowledged)
      .then(() => this.#send(reply))
      .catch((error: unknown) => {
        this.#log.warn({ interactionId: this.#interaction.id, err: error }, 'a follow-up could not be sent')
      })
  }

  async #send(reply: Reply): Promise<void> {
    const payload = { ...replyPayload(reply, this.#path, this.#mentions), flags: MessageFlags.Ephemeral } as const
    await insist(ANSWER_PAUSES, () => this.#interaction.followUp(payload))
  }
}

/** Resolves when Discord has the acknowledgement, also if its answer got lost on the way. */
async function acknowledge(interaction: Answerable, replaces: boolean): Promise<void> {
  const defer = () =>
    interaction.isMessageComponent() && replaces
      ? interaction.deferUpdate()
      : interaction.deferReply({ flags: MessageFlags.Ephemeral })
  try {
    await insist([0], defer)
  } catch (error) {
    const isTaken =
      error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
    if (!isTaken) throw error
    // discord.js remembers only the answers that arrived.
    interaction.deferred = true
  }
}

/**
 * Repeats what a broken connection or a server error kept from arriving. discord.js repeats some of these at once; a
 * proxy on the way may take longer to recover. What Discord refuses is not repeated.
 */
async function insist<T>(pauses: readonly number[], request: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await request()
    } catch (error) {
      if (error instanceof DiscordAPIError) throw error
      await sleep(pause)
    }
  }
  return await request()
}
