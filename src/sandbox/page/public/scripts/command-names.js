import { language } from './language.js'
import { person, state } from './state.js'

const CHAT_INPUT = 1
const SUBCOMMAND = 1
const SUBCOMMAND_GROUP = 2
const USER = 6
const CHANNEL = 7

/** A command, an option or a choice, as the bot has called it in the person's language. */
export function nameOf({ name, name_localizations }) {
  return name_localizations?.[language.locale] ?? name
}

export function descriptionOf({ description, description_localizations }) {
  return description_localizations?.[language.locale] ?? description
}

/**
 * Every command that can be typed, subcommands by their whole path: `path` is for the bot, `shown` for the person, who
 * may type either.
 */
export function typedCommands() {
  return state.commands.filter(({ type = CHAT_INPUT }) => type === CHAT_INPUT).flatMap((one) => paths(one))
}

function paths(command, above = { path: '', shown: '' }) {
  const { options = [] } = command
  const path = `${above.path}${command.name}`
  const shown = `${above.shown}${nameOf(command)}`
  const below = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP)
  if (below.length === 0) return [{ path, shown, description: descriptionOf(command), options }]
  return below.flatMap((one) => paths(one, { path: `${path} `, shown: `${shown} ` }))
}

/** A command that somebody used, as she sees it: its whole name, and name and value of each option. */
export function spelled({ name, type = CHAT_INPUT, options = [] }) {
  const command = state.commands.find((one) => one.name === name && (one.type ?? CHAT_INPUT) === type) ?? { name }
  const path = [nameOf(command)]
  let [given, known] = [options, command.options ?? []]
  while (given[0]?.options) {
    const [{ name: below, options: inner }] = given
    const sub = known.find((one) => one.name === below) ?? { name: below }
    path.push(nameOf(sub))
    ;[given, known] = [inner, sub.options ?? []]
  }
  const values = given.map((option) => {
    const definition = known.find((one) => one.name === option.name) ?? option
    return { name: nameOf(definition), value: enteredIn(option, definition) }
  })
  return { line: `${type === CHAT_INPUT ? '/' : ''}${path.join(' ')}`, values }
}

/** People see names where the bot gets ids and values. */
function enteredIn({ type, value }, { choices = [] }) {
  if (type === USER) return `@${person(value).name}`
  if (type === CHANNEL) return `#${state.world.channels.find(({ id }) => id === value)?.name ?? '?'}`
  const choice = choices.find((one) => one.value === value)
  return choice ? nameOf(choice) : String(value)
}
