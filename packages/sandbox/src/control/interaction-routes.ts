import type { ContextMenuRequest, Interaction, OptionValue } from '@lector/loopback-discord'
import { UsageError } from '@lector/loopback-discord'
import type { Route } from '@lector/loopback-discord/http'
import { type Field, list, oneOf, optional, record, text, type ValuesOf } from '@lector/loopback-discord/http'
import { InteractionType, Locale } from 'discord-api-types/v10'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { Directory } from './directory.ts'
import { FILE } from './file-field.ts'
import { interactionView } from './interaction-view.ts'
import { lastOrById } from './latest.ts'
import { NO_FIELDS, route } from './route.ts'

/** How long a request waits for the bot's answer. */
const PATIENCE = 10_000

const CHANNEL = optional(text('a text channel, by name or id'))
const LOCALE = optional(oneOf(Object.values(Locale), 'the language of the person\'s Discord, such as "de"'))

const OPTION: Field<OptionValue> = {
  kind: 'a text, a number, true, false or a file',
  about: 'the value of an option',
  needed: true,
  read(value, name) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    return FILE.read(value, name)
  },
}

const COMMAND = {
  channel: CHANNEL,
  locale: LOCALE,
  command: text('the whole name without the slash, such as "say" or "voice set"'),
  options: optional(record(OPTION, 'the options by their names')),
}

const TYPING = { ...COMMAND, focused: text('the name of the option in which the person is typing') }

const MENU = {
  channel: CHANNEL,
  locale: LOCALE,
  command: text('the entry of the menu, such as "Read aloud"'),
  message: optional(text('the message that was clicked on: its id, or "last"')),
  user: optional(text('the person who was clicked on, by name or id')),
}

/** A component on a channel message, or on an ephemeral answer to an interaction. */
const COMPONENT = {
  locale: LOCALE,
  customId: text('the custom_id of a button or select, as in "pressables" of the message'),
  values: optional(list(text('the value of an option'), 'what was chosen in a select')),
  interaction: optional(text('whose answer has the component: its id, or "last"')),
  channel: CHANNEL,
  message: optional(text('the message that has the component: its id, or "last"')),
}

const FORM = {
  locale: LOCALE,
  interaction: text('which was answered with the form: its id, or "last"'),
  fields: record(text('what was typed'), 'what was typed, by the custom_id of the field'),
}

/** Commands, components, forms and menus. Each route waits for the answer and returns what the person sees. */
export function interactionRoutes({ discord }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { interactions } = discord
  const actor = (person: string, { channel, locale }: Pick<ValuesOf<typeof COMMAND>, 'channel' | 'locale'>) => ({
    userId: directory.person(person).id,
    channelId: directory.channel(channel).id,
    ...(locale && { locale }),
  })
  const shown = () => interactions.all.filter(isShown)
  const byId = (id: string): Interaction => lastOrById(shown(), id, 'interaction', '/interactions')
  const targetOf = ({ channel, message, user }: ValuesOf<typeof MENU>): ContextMenuRequest['target'] => {
    if (message !== undefined && user === undefined)
      return { messageId: directory.message(directory.channel(channel), message).id }
    if (user !== undefined && message === undefined) return { userId: directory.person(user).id }
    throw new UsageError('One of "message" and "user" must be given: what was clicked on.')
  }
  const placeOf = ({ interaction, channel, message }: ValuesOf<typeof COMPONENT>) => {
    if (message !== undefined && interaction === undefined) {
      const { channel_id, id } = directory.message(directory.channel(channel), message)
      return { channelId: channel_id, messageId: id }
    }
    if (interaction === undefined || message !== undefined)
      throw new UsageError('One of "interaction" and "message" must be given: where the component is.')
    const { channelId, originalId } = byId(interaction)
    if (originalId === undefined) throw new UsageError('The interaction has no message to press on.')
    return { channelId, messageId: originalId }
  }
  return [
    route('POST', '/people/:person/commands', COMMAND, ({ params, body: { command, options = {}, ...entered } }) =>
      answered(interactions.slash({ ...actor(params.person, entered), command, options })),
    ),
    route('POST', '/people/:person/autocomplete', TYPING, ({ params, body }) => {
      const { command, options = {}, focused, ...entered } = body
      return answered(interactions.autocomplete({ ...actor(params.person, entered), command, options, focused }))
    }),
    route('POST', '/people/:person/context-menus', MENU, ({ params, body }) => {
      const { command } = body
      return answered(interactions.contextMenu({ ...actor(params.person, body), command, target: targetOf(body) }))
    }),
    route('POST', '/people/:person/components', COMPONENT, ({ params, body }) => {
      const { customId, values, locale } = body
      const userId = directory.person(params.person).id
      const press = { userId, ...placeOf(body), customId, ...(values && { values }), ...(locale && { locale }) }
      return answered(interactions.component(press))
    }),
    route('POST', '/people/:person/forms', FORM, ({ params, body: { interaction, ...typed } }) =>
      answered(interactions.submitModal(byId(interaction), { userId: directory.person(params.person).id, ...typed })),
    ),
    route('GET', '/interactions', NO_FIELDS, () => shown().map(interactionView)),
    route('GET', '/interactions/:interaction', NO_FIELDS, ({ params }) => interactionView(byId(params.interaction))),
  ]
}

async function answered(interaction: Interaction): Promise<object> {
  await interaction.until(AbortSignal.timeout(PATIENCE))
  return interactionView(interaction)
}

/** Autocomplete interactions are not kept. */
function isShown({ type }: Interaction): boolean {
  return type !== InteractionType.ApplicationCommandAutocomplete
}
