import { randomUUID } from 'node:crypto'
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type UserContextMenuCommandInteraction,
} from 'discord.js'
import { catalogueOf } from '../../i18n/catalogues.ts'
import { interfaceLanguageOf } from '../../i18n/interface-languages.ts'
import { errorSentence } from '../../i18n/sentence.ts'
import type { ChatCommand, Command, CommandContext, MenuCommand } from '../../interactions/command.ts'
import { type Reply, RUN } from '../../interactions/reply.ts'
import type { Services } from '../../interactions/services.ts'
import { isLectorError, LectorError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import { commandContext, suggestContext } from './command-context.ts'
import type { CommandMentions } from './command-mentions.ts'
import { type Answerable, type Component, Conversation } from './conversation.ts'
import { refuseUnless } from './need.ts'
import { parseComponentId } from './reply-payload.ts'

const MAX_SUGGESTIONS = 25
/** No choice is longer, so no longer text can be the beginning of one. Discord asks at every key that is pressed. */
const LONGEST_CHOICE = 100
/** Interactions that are recognised when they come twice: more than a bot gets in the minutes a session can be resumed. */
const REMEMBERED = 5_000

export interface InteractionsOptions {
  readonly commands: readonly Command[]
  readonly services: Services
  readonly mentions: CommandMentions
  readonly log: Log
}

/** Answers slash commands, their suggestions, menus, buttons and selects. */
export class Interactions {
  readonly #chat = new Map<string, ChatCommand>()
  readonly #menus = new Map<string, MenuCommand>()
  readonly #services: Services
  readonly #mentions: CommandMentions
  readonly #log: Log
  readonly #seen = new Set<string>()

  constructor({ commands, services, mentions, log }: InteractionsOptions) {
    for (const command of commands) {
      if (command.kind === 'chat') this.#chat.set(command.path, command)
      else if (command.kind === 'group') {
        const { needs } = command
        for (const sub of command.subcommands) this.#chat.set(sub.path, needs ? { needs, ...sub } : sub)
      } else this.#menus.set(command.path, command)
    }
    this.#services = services
    this.#mentions = mentions
    this.#log = log
  }

  /** Answers while `mayAct`; else another process does. */
  listen(client: Client, mayAct: () => boolean): void {
    client.on(Events.InteractionCreate, (interaction) => mayAct() && this.#handle(interaction))
  }

  /** Never throws. */
  async #handle(interaction: Interaction): Promise<void> {
    if (!interaction.inGuild() || this.#isRepeated(interaction.id)) return
    try {
      if (!interaction.inCachedGuild() || !interaction.guild.available) await refuseUnready(interaction)
      else if (interaction.isAutocomplete()) await this.#suggest(interaction)
      else if (interaction.isChatInputCommand()) await this.#chatCommand(interaction)
      else if (interaction.isContextMenuCommand()) await this.#menuCommand(interaction)
      else if (interaction.isButton() || interaction.isAnySelectMenu()) await this.#press(interaction)
    } catch (error) {
      // Discord did not take the answer: it came too late, or the message is gone. Nobody is left to tell.
      this.#log.warn({ interactionId: interaction.id, err: error }, 'an interaction was not answered')
    }
  }

  /** A gateway that resumes may deliver an interaction again; what it asked for is done once. */
  #isRepeated(id: string): boolean {
    if (this.#seen.has(id)) return true
    this.#seen.add(id)
    if (this.#seen.size > REMEMBERED) this.#seen.delete(this.#seen.values().next().value!)
    return false
  }

  async #chatCommand(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    const command = this.#chat.get(pathOf(interaction))
    if (command) await this.#answer(interaction, command, (context) => command.run(context))
  }

  async #menuCommand(
    interaction: MessageContextMenuCommandInteraction<'cached'> | UserContextMenuCommandInteraction<'cached'>,
  ): Promise<void> {
    const command = this.#menus.get(interaction.commandName)
    if (command) await this.#answer(interaction, command, (context) => command.run(context, interaction.targetId))
  }

  async #press(interaction: Component): Promise<void> {
    const { path, action } = parseComponentId(interaction.customId)
    const command = this.#chat.get(path)
    if (command && action === RUN)
      return await this.#answer(interaction, command, (context) => command.run(context), true)
    if (!command?.press) return
    const values = interaction.isStringSelectMenu() ? interaction.values : []
    await this.#answer(interaction, command, (context) => command.press!(action, values, context))
  }

  async #answer(
    interaction: Answerable,
    { path, needs }: ChatCommand | MenuCommand,
    work: (context: CommandContext) => Promise<Reply>,
    startsAnew = false,
  ): Promise<void> {
    const options = { mentions: this.#mentions, log: this.#log, startsAnew }
    const conversation = new Conversation(interaction, path, options)
    const context = commandContext(interaction, conversation, this.#services)
    let reply: Reply
    try {
      refuseUnless(needs, interaction)
      reply = await work(context)
    } catch (error) {
      reply = this.#explain(error, path, context)
      // The pressed message stays, to be pressed again.
      if (conversation.replaces) return await conversation.answerBeside(reply)
    }
    await conversation.answer(reply)
  }

  #explain(error: unknown, path: string, { texts, guildId }: CommandContext): string {
    if (isLectorError(error)) {
      this.#log.info({ command: path, guildId, code: error.code }, 'a command was refused')
      return errorSentence(error, texts)
    }
    const id = randomUUID()
    this.#log.error({ id, command: path, guildId, err: error }, 'a command failed')
    return errorSentence(error, texts, id)
  }

  async #suggest(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { name, value } = interaction.options.getFocused(true)
    const command = this.#chat.get(pathOf(interaction))
    const typed = String(value).slice(0, LONGEST_CHOICE)
    const choices = await command?.suggest?.(name, typed, suggestContext(interaction, this.#services))
    await interaction.respond((choices ?? []).slice(0, MAX_SUGGESTIONS))
  }
}

/** Discord has not sent this server yet: who is in which channel is unknown, which is not the same as nobody. */
async function refuseUnready(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return await interaction.respond([])
  if (!interaction.isRepliable()) return
  const error = new LectorError('app.not-ready', {}, 'an interaction of a server that is not known yet')
  const content = errorSentence(error, catalogueOf(interfaceLanguageOf(interaction.locale)))
  await interaction.reply({ content, flags: MessageFlags.Ephemeral })
}

function pathOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const subcommand = options.getSubcommand(false)
  return subcommand === null ? commandName : `${commandName} ${subcommand}`
}
