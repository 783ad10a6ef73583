import { EventEmitter } from 'node:events'
import type { APIApplicationCommand, APIGuildMember, GatewayInteractionCreateDispatchData } from 'discord-api-types/v10'
import { ApplicationCommandType, InteractionType, Locale, PermissionFlagsBits } from 'discord-api-types/v10'
import { commandData } from '../commands/command-data.ts'
import type { CommandRegistry } from '../commands/command-registry.ts'
import { Resolver } from '../commands/resolver.ts'
import { hint } from '../hint.ts'
import { has } from '../permissions.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world/world.ts'
import { findComponent } from './components.ts'
import { Interaction, type InteractionOptions } from './interaction.ts'
import { interactionPayload } from './payload.ts'
import type {
  Actor,
  AutocompleteRequest,
  ComponentRequest,
  ContextMenuRequest,
  ModalRequest,
  SlashRequest,
} from './requests.ts'

export interface InteractionsEvents {
  /** To be sent to the application's gateway session. */
  created: [interaction: Interaction, payload: GatewayInteractionCreateDispatchData]
}

/** What people do with a bot: commands, buttons, menus, forms. Each gives the interaction, where the answers arrive. */
export class Interactions extends EventEmitter<InteractionsEvents> {
  readonly #world: World
  readonly #commands: CommandRegistry
  readonly #byToken = new Map<string, Interaction>()

  constructor(world: World, commands: CommandRegistry) {
    super()
    this.#world = world
    this.#commands = commands
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token)
  }

  byId(id: string): Interaction | undefined {
    return this.#byToken.values().find((interaction) => interaction.id === id)
  }

  /** Everything that was done so far, oldest first. */
  get all(): Interaction[] {
    return [...this.#byToken.values()]
  }

  slash(request: SlashRequest): Interaction {
    return this.#chatInput(InteractionType.ApplicationCommand, request)
  }

  autocomplete(request: AutocompleteRequest): Interaction {
    return this.#chatInput(InteractionType.ApplicationCommandAutocomplete, request)
  }

  contextMenu({ target, ...request }: ContextMenuRequest): Interaction {
    const type = 'messageId' in target ? ApplicationCommandType.Message : ApplicationCommandType.User
    const command = this.#command(type, request.command, request)
    const interaction = this.#make(InteractionType.ApplicationCommand, command.application_id, request)
    return this.#start(interaction, { ...identityOf(command), ...this.#clickedOn(target, interaction) })
  }

  /** Presses a button, or chooses in a select. */
  component({ messageId, customId, values, ...actor }: ComponentRequest): Interaction {
    const message = this.#world.messages.get(actor.channelId, messageId)
    const { type } = findComponent(message, customId)
    const interaction = this.#make(InteractionType.MessageComponent, message.author.id, actor, messageId)
    const data = { custom_id: customId, component_type: type, ...(values && { values, resolved: {} }) }
    return this.#start(interaction, data)
  }

  /** Fills in and sends the form with which an interaction was answered. */
  submitModal(opener: Interaction, { fields, ...actor }: ModalRequest): Interaction {
    if (opener.first.kind !== 'modal') throw new UsageError('The interaction was not answered with a form.')
    const { custom_id, components } = opener.first.modal
    const known = inputsOf(components)
    const stranger = Object.keys(fields).find((name) => !known.includes(name))
    if (stranger !== undefined) throw new UsageError(`The form has no field "${stranger}". ${hint(stranger, known)}`)
    const { applicationId, channelId, messageId } = opener
    const interaction = this.#make(InteractionType.ModalSubmit, applicationId, { ...actor, channelId }, messageId)
    return this.#start(interaction, { custom_id, components: filledIn(components, fields) })
  }

  #clickedOn(target: ContextMenuRequest['target'], interaction: Interaction): object {
    if ('messageId' in target) {
      const message = this.#world.messages.get(interaction.channelId, target.messageId)
      return { target_id: message.id, resolved: { messages: { [message.id]: message } } }
    }
    const resolver = new Resolver(this.#world, interaction)
    return { target_id: resolver.user(target.userId), resolved: resolver.resolved }
  }

  #chatInput(type: InteractionType, request: SlashRequest & { readonly focused?: string }): Interaction {
    const [name = '', ...path] = request.command.trim().split(/\s+/)
    const command = this.#command(ApplicationCommandType.ChatInput, name, request, request.bot)
    const interaction = this.#make(type, command.application_id, request)
    const { options: values = {}, focused } = request
    const filling = { path, values, ...(focused !== undefined && { focused }) }
    const { options, resolved } = commandData(command, filling, new Resolver(this.#world, interaction))
    return this.#start(interaction, { ...identityOf(command), options, resolved })
  }

  /** What the person's client would offer: the command exists here, and she may use it. */
  #command(
    type: ApplicationCommandType,
    name: string,
    { channelId, userId }: Actor,
    bot?: string,
  ): APIApplicationCommand {
    const channel = this.#world.channel(channelId)
    const guild = this.#world.guild(channel.guild_id)
    const bots = [...guild.members.values()].filter(({ user }) => user.bot && (bot === undefined || user.id === bot))
    const command = bots
      .map(({ user }) => this.#commands.find({ applicationId: user.id, guildId: guild.id }, type, name))
      .find((found) => found !== undefined)
    if (!command) throw new UsageError(`There is no command "${name}". ${this.#hint(type, name, guild.id, bots)}`)
    const needed = BigInt(command.default_member_permissions ?? 0) | PermissionFlagsBits.UseApplicationCommands
    if (!has(this.#world.permissionsIn(channel, userId), needed))
      throw new UsageError(`The command "${name}" is not offered to this person in "${channel.name}".`)
    return command
  }

  #hint(type: ApplicationCommandType, name: string, guildId: string, bots: readonly APIGuildMember[]): string {
    const scopes = bots.flatMap(({ user }) => [{ applicationId: user.id }, { applicationId: user.id, guildId }])
    const commands = scopes.flatMap((scope) => this.#commands.list(scope))
    if (commands.length === 0) return 'No bot has registered any command yet.'
    return hint(
      name,
      commands.filter((one) => one.type === type).map((one) => one.name),
    )
  }

  #make(type: InteractionType, applicationId: string, actor: Actor, messageId?: string): Interaction {
    const options: InteractionOptions = {
      id: this.#world.newId(),
      type,
      applicationId,
      guildId: this.#world.channel(actor.channelId).guild_id,
      channelId: actor.channelId,
      userId: actor.userId,
      locale: actor.locale ?? Locale.EnglishUS,
      createdAt: this.#world.clock.now(),
      messages: this.#world.messages,
      ...(messageId !== undefined && { messageId }),
    }
    return new Interaction(options)
  }

  #start(interaction: Interaction, data: object): Interaction {
    interaction.data = data
    this.#byToken.set(interaction.token, interaction)
    this.emit('created', interaction, interactionPayload(this.#world, interaction, data))
    return interaction
  }
}

function identityOf({ id, name, type, guild_id }: APIApplicationCommand): object {
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) }
}

/** The custom ids of a form's fields, in rows or under labels. */
function inputsOf(components: readonly object[]): string[] {
  return components.flatMap((component) => {
    if ('components' in component) return inputsOf(component.components as object[])
    if ('component' in component) return inputsOf([component.component as object])
    return 'custom_id' in component ? [component.custom_id as string] : []
  })
}

/** The form's fields with what was typed, in the same rows or labels. */
function filledIn(components: readonly object[], fields: Readonly<Record<string, string>>): object[] {
  return components.map((component) => {
    if ('components' in component)
      return { ...component, components: filledIn(component.components as object[], fields) }
    if ('component' in component)
      return { ...component, component: filledIn([component.component as object], fields)[0] }
    if (!('custom_id' in component)) return component
    const value = fields[component.custom_id as string] ?? ''
    return { ...component, value }
  })
}
