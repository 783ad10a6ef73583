import type { APIInteractionResponse, APIMessage, APIMessageInteractionMetadata } from 'discord-api-types/v10'
import {
  ApplicationIntegrationType,
  InteractionResponseType,
  MessageFlags,
  MessageType,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10'
import { alreadyAcknowledged, DiscordError, unknown } from '../errors.ts'
import type { UploadedFile } from '../http/router.ts'
import { messageEdit, newMessage } from '../message-body.ts'
import type { World } from '../world/world.ts'
import { checkAnswer } from './answer-rules.ts'
import type { Interaction } from './interaction.ts'
import type { Interactions } from './interactions.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction */
const FIRST_ANSWER_WITHIN = 3_000
const TOKEN_LIFETIME = 15 * 60_000

/** The bot's side of interactions: the first answer and all that may follow, under Discord's deadlines. */
export class Answers {
  readonly #world: World
  readonly #interactions: Interactions

  constructor(world: World, interactions: Interactions) {
    this.#world = world
    this.#interactions = interactions
  }

  /** @throws DiscordError 10062 when it comes too late, 40060 when it is the second */
  respond(id: string, token: string, answer: APIInteractionResponse, files: readonly UploadedFile[]): Interaction {
    const interaction = this.#interactions.byToken(token)
    if (interaction?.id !== id) throw unknown('Interaction')
    if (interaction.first.kind !== 'none') throw alreadyAcknowledged()
    if (this.#age(interaction) > FIRST_ANSWER_WITHIN) throw unknown('Interaction')
    checkAnswer(interaction.type, answer)
    this.#apply(interaction, answer, files)
    interaction.emit('update', interaction)
    return interaction
  }

  /** A message of the interaction; `@original` is the first answer. */
  get(token: string, messageId: string): APIMessage {
    return this.#message(this.#open(token), messageId)
  }

  edit(token: string, messageId: string, body: unknown, files: readonly UploadedFile[]): APIMessage {
    const interaction = this.#open(token)
    const message = this.#message(interaction, messageId)
    const edited = this.#world.messages.edit(message.channel_id, message.id, messageEdit(body, files, message))
    if (interaction.originalId === edited.id) settle(interaction)
    interaction.emit('update', interaction)
    return edited
  }

  delete(token: string, messageId: string): void {
    const interaction = this.#open(token)
    const { channel_id, id } = this.#message(interaction, messageId)
    this.#world.messages.delete(channel_id, id)
    interaction.emit('update', interaction)
  }

  /** After a deferred answer the first follow-up takes its place, as at Discord. */
  followUp(token: string, body: unknown, files: readonly UploadedFile[]): APIMessage {
    const interaction = this.#open(token)
    if (interaction.first.kind === 'none') throw unknown('Webhook')
    if (interaction.first.kind === 'message' && interaction.first.deferred)
      return this.edit(token, '@original', body, files)
    const message = this.#post(interaction, newMessage(body, files))
    interaction.followUpIds = [...interaction.followUpIds, message.id]
    interaction.emit('update', interaction)
    return message
  }

  #apply(interaction: Interaction, answer: APIInteractionResponse, files: readonly UploadedFile[]): void {
    switch (answer.type) {
      case InteractionResponseType.ChannelMessageWithSource: {
        interaction.originalId = this.#post(interaction, newMessage(answer.data, files)).id
        interaction.first = { kind: 'message', deferred: false, ephemeral: isEphemeral(answer.data.flags) }
        break
      }
      case InteractionResponseType.DeferredChannelMessageWithSource: {
        const ephemeral = isEphemeral(answer.data?.flags)
        const flags = MessageFlags.Loading | (ephemeral ? MessageFlags.Ephemeral : 0)
        interaction.originalId = this.#post(interaction, { flags }).id
        interaction.first = { kind: 'message', deferred: true, ephemeral }
        break
      }
      case InteractionResponseType.DeferredMessageUpdate:
        interaction.originalId = interaction.messageId
        interaction.first = { kind: 'update', deferred: true }
        break
      case InteractionResponseType.UpdateMessage:
        interaction.originalId = this.#update(interaction, answer.data, files).id
        interaction.first = { kind: 'update', deferred: false }
        break
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        interaction.first = { kind: 'choices', choices: answer.data.choices ?? [] }
        break
      case InteractionResponseType.Modal:
        interaction.first = { kind: 'modal', modal: answer.data }
    }
  }

  #update({ message }: Interaction, body: unknown, files: readonly UploadedFile[]): APIMessage {
    if (!message) throw unknown('Message')
    return this.#world.messages.edit(message.channel_id, message.id, messageEdit(body, files, message))
  }

  #post(interaction: Interaction, message: ReturnType<typeof newMessage>): APIMessage {
    return this.#world.messages.create(interaction.channelId, interaction.applicationId, {
      ...message,
      type: MessageType.ChatInputCommand,
      interaction_metadata: this.#metadata(interaction),
    })
  }

  #metadata({ id, type, userId, guildId }: Interaction): APIMessageInteractionMetadata {
    const owners = { [ApplicationIntegrationType.GuildInstall]: guildId }
    const metadata = { id, type, user: this.#world.user(userId), authorizing_integration_owners: owners }
    return metadata as APIMessageInteractionMetadata
  }

  #open(token: string): Interaction {
    const interaction = this.#interactions.byToken(token)
    if (!interaction) throw unknown('Webhook')
    if (this.#age(interaction) > TOKEN_LIFETIME)
      throw new DiscordError(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token')
    return interaction
  }

  #message(interaction: Interaction, messageId: string): APIMessage {
    const { original, followUps } = interaction
    const message = messageId === '@original' ? original : [original, ...followUps].find((one) => one?.id === messageId)
    if (!message) throw unknown('Message')
    return message
  }

  #age(interaction: Interaction): number {
    return this.#world.clock.now() - interaction.createdAt
  }
}

/** The wait that a deferred answer announced is over. */
function settle(interaction: Interaction): void {
  const { first } = interaction
  if (first.kind === 'message' || first.kind === 'update') interaction.first = { ...first, deferred: false }
}

function isEphemeral(flags: MessageFlags = 0 as MessageFlags): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0
}
