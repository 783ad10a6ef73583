import { randomUUID } from 'node:crypto'
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Events,
  GuildMember,
  type Interaction,
  MessageFlags,
} from 'discord.js'
import { catalogueOf } from '../i18n/catalogue.ts'
import { errorSentence } from '../i18n/sentence.ts'
import { isLectorError } from '../kernel/errors.ts'
import { languageOfLocale } from '../kernel/languages.ts'
import type { Log } from '../kernel/log.ts'
import type { Command, CommandContext, Services } from './command.ts'

export interface InteractionsOptions {
  readonly commands: readonly Command[]
  readonly services: Services
  readonly log: Log
}

/** Answers slash commands and their suggestions. */
export class Interactions {
  readonly #commands: ReadonlyMap<string, Command>
  readonly #services: Services
  readonly #log: Log

  constructor({ commands, services, log }: InteractionsOptions) {
    this.#commands = new Map(commands.map((command) => [command.name, command]))
    this.#services = services
    this.#log = log
  }

  /** Handles `Events.InteractionCreate`; never throws. */
  readonly handle = async (interaction: Interaction): Promise<void> => {
    try {
      if (interaction.isAutocomplete()) await this.#suggest(interaction)
      else if (interaction.isChatInputCommand() && interaction.inCachedGuild()) await this.#run(interaction)
    } catch (error) {
      // Discord did not take the answer: too late, or the message is gone. There is nobody left to tell.
      this.#log.warn({ interactionId: interaction.id, err: error }, `${Events.InteractionCreate} was not answered`)
    }
  }

  async #run(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    const command = this.#commands.get(interaction.commandName)
    if (!command) return
    // Discord voids an interaction without an answer within 3 s, and joining a channel may take longer.
    const deferred = interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const context = this.#contextOf(interaction)
    const answer = await command.run(context).catch((error: unknown) => {
      if (isLectorError(error)) return errorSentence(error, context.texts)
      const id = randomUUID()
      this.#log.error({ id, command: command.name, guildId: interaction.guildId, err: error }, 'command failed')
      return errorSentence(error, context.texts, id)
    })
    await deferred
    await interaction.editReply({ content: answer, allowedMentions: { parse: [] } })
  }

  async #suggest(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true)
    const command = this.#commands.get(interaction.commandName)
    const language = languageOfLocale(interaction.locale)
    const choices = command?.suggest?.(name, String(value), { language, services: this.#services }) ?? []
    await interaction.respond([...choices].slice(0, 25))
  }

  #contextOf(interaction: ChatInputCommandInteraction<'cached'>): CommandContext {
    const { guild, member, user } = interaction
    const language = languageOfLocale(interaction.locale)
    const channel = member instanceof GuildMember ? member.voice.channel : null
    return {
      guildId: guild.id,
      userId: user.id,
      language,
      texts: catalogueOf(language),
      services: this.#services,
      options: new Map(interaction.options.data.map(({ name, value }) => [name, value ?? ''])),
      callerChannel: channel ? { id: channel.id, name: channel.name } : undefined,
      listenersIn: (channelId) => {
        const place = guild.channels.cache.get(channelId)
        if (!place?.isVoiceBased()) return { name: '', count: 0 }
        return { name: place.name, count: place.members.filter((other) => !other.user.bot).size }
      },
      followUp: async (content) => {
        try {
          await interaction.followUp({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
        } catch (error) {
          this.#log.warn({ interactionId: interaction.id, err: error }, 'a follow-up could not be sent')
        }
      },
    }
  }
}
