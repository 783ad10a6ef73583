import { language } from './language.js'
import { channelName, person, state } from './state.js'

/** @import { ChoiceView, CommandView, EnteredCommand, EnteredOption, Localizations, OptionView } from '@lector/sandbox' */
/** @typedef {{ path: string, shown: string, description: string, options: readonly OptionView[] }} TypedCommand */

const CHAT_INPUT = 1
const SUBCOMMAND = 1
const SUBCOMMAND_GROUP = 2
const USER = 6
const CHANNEL = 7

/**
 * A command, an option or a choice, as the bot has called it in the person's language.
 *
 * @param {{ name: string, name_localizations?: Localizations }} one
 */
export function nameOf({ name, name_localizations }) {
  return name_localizations?.[language.locale] ?? name
}

/** @param {{ description?: string, description_localizations?: Localizations }} one */
export function descriptionOf({ description = '', description_localizations }) {
  return description_localizations?.[language.locale] ?? description
}

/**
 * Every command that can be typed, subcommands by their whole path: `path` is for the bot, `shown` for the person, who
 * may type either.
 *
 * @returns {TypedCommand[]}
 */
export function typedCommands() {
  return state.commands.filter(({ type = CHAT_INPUT }) => type === CHAT_INPUT).flatMap((one) => paths(one))
}

/**
 * @param {CommandView | OptionView} command
 * @returns {TypedCommand[]}
 */
function paths(command, above = { path: '', shown: '' }) {
  const { options = [] } = command
  const path = `${above.path}${command.name}`
  const shown = `${above.shown}${nameOf(command)}`
  const below = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP)
  if (below.length === 0) return [{ path, shown, description: descriptionOf(command), options }]
  return below.flatMap((one) => paths(one, { path: `${path} `, shown: `${shown} ` }))
}

/**
 * A command that somebody used, as she sees it: its whole name, and name and value of each option.
 *
 * @param {EnteredCommand} entered
 */
export function spelled({ name, type = CHAT_INPUT, options = [] }) {
  const command = state.commands.find((one) => one.name === name && (one.type ?? CHAT_INPUT) === type)
  const { path, values } = walk(command ?? { name }, options)
  return { line: `${type === CHAT_INPUT ? '/' : ''}${path.join(' ')}`, values }
}

/**
 * Down to the subcommand that was used.
 *
 * @param {{ name: string, name_localizations?: Localizations, options?: readonly OptionView[] }} command
 * @param {readonly EnteredOption[]} entered
 * @returns {{ path: string[], values: { name: string, value: string }[] }}
 */
function walk(command, entered) {
  /** @param {string} name */
  const known = (name) => command.options?.find((one) => one.name === name)
  const [sub] = entered
  if (sub?.options) {
    const { path, values } = walk(known(sub.name) ?? { name: sub.name }, sub.options)
    return { path: [nameOf(command), ...path], values }
  }
  const values = entered.map((option) => {
    const definition = known(option.name)
    return { name: nameOf(definition ?? option), value: enteredIn(option, definition?.choices) }
  })
  return { path: [nameOf(command)], values }
}

/**
 * People see names where the bot gets ids and values.
 *
 * @param {EnteredOption} option
 * @param {readonly ChoiceView[]} [choices]
 */
function enteredIn({ type, value }, choices = []) {
  if (type === USER) return `@${person(String(value)).name}`
  if (type === CHANNEL) return `#${channelName(String(value))}`
  const choice = choices.find((one) => one.value === value)
  return choice ? nameOf(choice) : String(value)
}
