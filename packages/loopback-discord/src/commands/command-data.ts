import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIInteractionDataResolved,
} from 'discord-api-types/v10'
import { ApplicationCommandOptionType } from 'discord-api-types/v10'
import { hint } from '../hint.ts'
import type { UploadedFile } from '../http/router.ts'
import { UsageError } from '../usage-error.ts'
import type { Resolver } from './resolver.ts'

/** What a person enters: text, a number, yes or no, the id of somebody or something, or a file. */
export type OptionValue = string | number | boolean | UploadedFile
export type OptionValues = Readonly<Record<string, OptionValue>>

/** One option as the interaction carries it. */
export interface FilledOption {
  readonly name: string
  readonly type: ApplicationCommandOptionType
  readonly value?: string | number | boolean
  readonly focused?: true
  readonly options?: readonly FilledOption[]
}

export interface CommandData {
  readonly options: readonly FilledOption[]
  readonly resolved: APIInteractionDataResolved
}

export interface Filling {
  /** Subcommand group and subcommand, as far as the command has them. */
  readonly path: readonly string[]
  readonly values: OptionValues
  /** The option in which the person is typing: nothing else is required then. */
  readonly focused?: string
}

/** Fills in a slash command as Discord's client does, which refuses what does not fit the definition. */
export function commandData(command: APIApplicationCommand, filling: Filling, resolver: Resolver): CommandData {
  const options = fill(command.options ?? [], filling, resolver)
  return { options, resolved: resolver.resolved }
}

function fill(
  definitions: readonly APIApplicationCommandOption[],
  { path: [next, ...deeper], ...filling }: Filling,
  resolver: Resolver,
): FilledOption[] {
  if (next !== undefined) {
    const sub = definitions.find((option) => isSubcommand(option) && option.name === next)
    if (!sub)
      throw new UsageError(`There is no subcommand "${next}". ${hint(next, namesOf(definitions.filter(isSubcommand)))}`)
    const below = ('options' in sub ? sub.options : undefined) ?? []
    return [{ name: sub.name, type: sub.type, options: fill(below, { path: deeper, ...filling }, resolver) }]
  }
  const basic = definitions.filter((option) => !isSubcommand(option))
  if (basic.length < definitions.length)
    throw new UsageError(`The command needs a subcommand. ${hint('', namesOf(definitions))}`)
  const named = [...Object.keys(filling.values), ...(filling.focused === undefined ? [] : [filling.focused])]
  const stranger = named.find((name) => !basic.some((option) => option.name === name))
  if (stranger !== undefined)
    throw new UsageError(`There is no option "${stranger}". ${hint(stranger, namesOf(basic))}`)
  return basic.flatMap((option) => fillOne(option, filling, resolver))
}

function fillOne(
  option: APIApplicationCommandBasicOption,
  { values, focused }: Omit<Filling, 'path'>,
  resolver: Resolver,
): FilledOption[] {
  const { name, type } = option
  const value = values[name]
  if (focused === name) return [{ name, type, value: String(value ?? ''), focused: true }]
  if (value !== undefined) return [{ name, type, value: convert(option, value, resolver) }]
  if (option.required && focused === undefined) throw new UsageError(`The option "${name}" is required.`)
  return []
}

function convert(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  resolver: Resolver,
): string | number | boolean {
  if (option.type === ApplicationCommandOptionType.Attachment) {
    if (typeof value !== 'object') throw new UsageError(`The option "${option.name}" takes a file.`)
    return resolver.attachment(value)
  }
  if (typeof value === 'object') throw new UsageError(`The option "${option.name}" takes no file.`)
  switch (option.type) {
    case ApplicationCommandOptionType.String: {
      const text = String(value)
      checkRange(option.name, text.length, option.min_length, option.max_length)
      return chosen(option, text)
    }
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number: {
      const number = Number(value)
      const isWhole = option.type === ApplicationCommandOptionType.Number || Number.isInteger(number)
      if (!Number.isFinite(number) || !isWhole) throw new UsageError(`"${value}" is no number for "${option.name}".`)
      checkRange(option.name, number, option.min_value, option.max_value)
      return chosen(option, number)
    }
    case ApplicationCommandOptionType.Boolean:
      return value === true || value === 'true'
    case ApplicationCommandOptionType.User:
      return resolver.user(String(value))
    case ApplicationCommandOptionType.Channel:
      return resolver.channel(String(value), option.channel_types)
    case ApplicationCommandOptionType.Role:
      return resolver.role(String(value))
    case ApplicationCommandOptionType.Mentionable:
      return resolver.mentionable(String(value))
  }
}

interface WithChoices<T> {
  readonly name: string
  readonly choices?: readonly { readonly name: string; readonly value: T }[]
}

/** An option with choices takes these alone; people see their names, and the bot gets their values. */
function chosen<T extends string | number>({ name, choices = [] }: WithChoices<T>, value: T): T {
  if (choices.length === 0) return value
  const choice = choices.find((one) => one.value === value || one.name === String(value))
  if (!choice)
    throw new UsageError(
      `"${value}" is no choice of "${name}". ${hint(
        String(value),
        choices.map((one) => one.name),
      )}`,
    )
  return choice.value
}

function checkRange(name: string, value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): void {
  if (value < min || value > max) throw new UsageError(`The option "${name}" must be between ${min} and ${max}.`)
}

function namesOf(options: readonly APIApplicationCommandOption[]): string[] {
  return options.map(({ name }) => name)
}

function isSubcommand(
  option: APIApplicationCommandOption,
): option is Exclude<APIApplicationCommandOption, APIApplicationCommandBasicOption> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  )
}
