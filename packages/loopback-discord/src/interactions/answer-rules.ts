import type { APIApplicationCommandOptionChoice, APIInteractionResponse } from 'discord-api-types/v10'
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10'
import { type FieldError, invalidForm } from '../errors.ts'
import { doubles, range } from '../message-rules.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object */
const MAX_CHOICES = 25
const MAX_CHOICE = 100
const MAX_TITLE = 45
const MAX_MODAL_COMPONENTS = 5

const ALLOWED: Record<InteractionType, readonly InteractionResponseType[]> = {
  [InteractionType.Ping]: [InteractionResponseType.Pong],
  [InteractionType.ApplicationCommand]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.Modal,
  ],
  [InteractionType.MessageComponent]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [InteractionResponseType.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
  ],
}

/** @throws DiscordError 50035 for an answer that this kind of interaction does not take. */
export function checkAnswer(type: InteractionType, answer: APIInteractionResponse): void {
  const errors = ALLOWED[type].includes(answer.type) ? contentErrors(answer) : [wrongType()]
  if (errors.length > 0) throw invalidForm(errors)
}

function contentErrors(answer: APIInteractionResponse): FieldError[] {
  switch (answer.type) {
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return choiceErrors(answer.data.choices ?? [])
    case InteractionResponseType.Modal:
      return [
        ...tooMany('data.title', answer.data.title.length, MAX_TITLE),
        ...tooMany('data.components', answer.data.components.length, MAX_MODAL_COMPONENTS),
      ]
    default:
      return []
  }
}

function choiceErrors(choices: readonly APIApplicationCommandOptionChoice[]): FieldError[] {
  return [
    ...range('data.choices', choices.length, 0, MAX_CHOICES),
    ...choices.flatMap(({ name, value }, index) => [
      ...range(`data.choices.${index}.name`, name.length, 1, MAX_CHOICE),
      ...(typeof value === 'string' ? range(`data.choices.${index}.value`, value.length, 1, MAX_CHOICE) : []),
    ]),
    ...doubles(
      choices.map(({ name }) => name),
      'data.choices',
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE',
    ),
  ]
}

function tooMany(path: string, length: number, max: number): FieldError[] {
  if (length <= max) return []
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${max} or fewer in length.` }]
}

function wrongType(): FieldError {
  return { path: 'type', code: 'INTERACTION_RESPONSE_TYPE_INVALID', message: 'Invalid interaction response type.' }
}
