import type {
  APIApplicationCommand,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10'
import type { FieldError } from '../errors.ts'

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object */
const LIMITS = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceText: 100,
  /** All names, descriptions and values together, the longest language counting. */
  characters: 8000,
  commands: {
    [ApplicationCommandType.ChatInput]: 100,
    [ApplicationCommandType.User]: 15,
    [ApplicationCommandType.Message]: 15,
    [ApplicationCommandType.PrimaryEntryPoint]: 1,
  },
} as const

/** Names of slash commands and options; where a script has lower case, it must be used. */
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const LOCALES = new Set<string>(Object.values(Locale))

/** By locale. */
type Localizations = { readonly [locale: string]: string | null | undefined } | null | undefined

/** A command as clients send it; the body comes off the wire, so nothing about it is certain before it is checked. */
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody

type AnyCommand = CommandBody | APIApplicationCommand

/** Every rule that one command breaks. */
export function commandErrors(command: AnyCommand): FieldError[] {
  const isChatInput = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput
  const nameRule = isChatInput ? chatInputName : freeName
  const options = ('options' in command && command.options) || []
  return [
    ...localized('name', command.name, command.name_localizations, nameRule),
    ...(isChatInput ? localized('description', descriptionOf(command), localizationsOf(command), description) : []),
    ...optionErrors(options, 'options'),
    ...lengthErrors(command),
  ]
}

/** Too many commands, or two of the same name. */
export function countErrors(commands: readonly AnyCommand[]): FieldError[] {
  const byType = Map.groupBy(commands, ({ type }) => type ?? ApplicationCommandType.ChatInput)
  return [...byType].flatMap(([type, group]) => [
    ...(group.length > LIMITS.commands[type]
      ? [error('type', 'APPLICATION_COMMANDS_LIMIT', `Maximum number of application commands reached: ${group.length}`)]
      : []),
    ...duplicates(group, 'name', 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
  ])
}

function optionErrors(options: readonly APIApplicationCommandOption[], path: string): FieldError[] {
  const tooMany = options.length > LIMITS.options ? [tooLong(path, LIMITS.options, 'items')] : []
  const unique = duplicates(
    options,
    path,
    'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
    'Option names must be unique in a command',
  )
  let optional = false
  const each = options.flatMap((option, index) => {
    const at = `${path}.${index}`
    const late = option.required === true && optional
    optional ||= !option.required
    return [
      ...localized(`${at}.name`, option.name, option.name_localizations, chatInputName),
      ...localized(`${at}.description`, option.description, option.description_localizations, description),
      ...(late
        ? [
            error(
              at,
              'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              'Required options must be placed before non-required options',
            ),
          ]
        : []),
      ...choiceErrors(option, `${at}.choices`),
      ...('options' in option && option.options ? optionErrors(option.options, `${at}.options`) : []),
    ]
  })
  return [...tooMany, ...unique, ...each]
}

function choiceErrors(option: APIApplicationCommandOption, path: string): FieldError[] {
  if (!('choices' in option) || !option.choices) return []
  const choices: readonly APIApplicationCommandOptionChoice[] = option.choices
  return [
    ...(option.autocomplete
      ? [error(path, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE', 'Choices cannot be combined with autocomplete')]
      : []),
    ...(choices.length > LIMITS.choices ? [tooLong(path, LIMITS.choices, 'items')] : []),
    ...choices.flatMap((choice, index) => [
      ...localized(`${path}.${index}.name`, choice.name, choice.name_localizations, choiceText),
      ...(option.type === ApplicationCommandOptionType.String
        ? choiceText(`${path}.${index}.value`, String(choice.value))
        : []),
    ]),
  ]
}

function lengthErrors(command: AnyCommand): FieldError[] {
  const length = charactersOf(command)
  if (length <= LIMITS.characters) return []
  return [
    error('name', 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${length} of ${LIMITS.characters})`),
  ]
}

interface Worded {
  readonly name?: string
  readonly name_localizations?: Localizations
  readonly description?: string | undefined
  readonly description_localizations?: Localizations
  readonly options?: readonly Worded[] | undefined
  readonly choices?: readonly (Worded & { readonly value?: unknown })[]
  readonly value?: unknown
}

function charactersOf(part: Worded): number {
  const texts = [
    [part.name, part.name_localizations],
    [part.description, part.description_localizations],
    [typeof part.value === 'string' ? part.value : '', undefined],
  ] as const
  const own = texts.reduce((sum, [text, more]) => sum + longest([text, ...Object.values(more ?? {})]), 0)
  return [...(part.options ?? []), ...(part.choices ?? [])].reduce((sum, below) => sum + charactersOf(below), own)
}

function longest(texts: readonly (string | null | undefined)[]): number {
  return Math.max(...texts.map((text) => text?.length ?? 0))
}

type Rule = (path: string, text: string | undefined) => FieldError[]

/** Applies a rule to a text and to each of its translations. */
function localized(path: string, text: string | undefined, more: Localizations, rule: Rule): FieldError[] {
  return [
    ...rule(path, text),
    ...Object.entries(more ?? {}).flatMap(([locale, translation]) => {
      const at = `${path}_localizations.${locale}`
      if (!LOCALES.has(locale)) return [error(at, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`)]
      return translation == null ? [] : rule(at, translation)
    }),
  ]
}

const chatInputName: Rule = (path, text) => {
  if (text === undefined) return [required(path)]
  if (CHAT_INPUT_NAME.test(text) && text === text.toLowerCase()) return []
  return [error(path, 'APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: "${text}"`)]
}

const freeName: Rule = (path, text) => between(path, text, 1, LIMITS.name)
const description: Rule = (path, text) => between(path, text, 1, LIMITS.description)
const choiceText: Rule = (path, text) => between(path, text, 1, LIMITS.choiceText)

function between(path: string, text: string | undefined, min: number, max: number): FieldError[] {
  if (text === undefined) return [required(path)]
  if (text.length >= min && text.length <= max) return []
  return [error(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]
}

function duplicates(
  things: readonly { readonly name: string }[],
  path: string,
  code: string,
  message: string,
): FieldError[] {
  return new Set(things.map(({ name }) => name)).size === things.length ? [] : [error(path, code, message)]
}

function required(path: string): FieldError {
  return error(path, 'BASE_TYPE_REQUIRED', 'This field is required')
}

function tooLong(path: string, max: number, what: string): FieldError {
  return error(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer ${what} in length.`)
}

function error(path: string, code: string, message: string): FieldError {
  return { path, code, message }
}

function descriptionOf(command: AnyCommand): string | undefined {
  return 'description' in command ? command.description : undefined
}

function localizationsOf(command: AnyCommand): Localizations {
  return 'description_localizations' in command ? command.description_localizations : undefined
}
