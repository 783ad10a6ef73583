import type { Locale } from 'discord-api-types/v10'
import { InteractionType } from 'discord-api-types/v10'
import type { OptionValues } from '../discord/commands/command-data.ts'
import { unknown } from '../discord/errors.ts'
import type { Interaction } from '../discord/interactions/interaction.ts'
import { type Route, route, type UploadedFile } from '../http/router.ts'
import { UsageError } from '../usage-error.ts'
import type { ControlledSandbox } from './control-server.ts'
import type { Directory } from './directory.ts'
import { interactionView } from './interaction-view.ts'

/** How long a request waits for the bot's answer. */
const PATIENCE = 10_000

interface Entered {
  /** `general` when not given. */
  readonly channel?: string
  readonly locale?: Locale
}

interface EnteredCommand extends Entered {
  /** `say`, `voice set`. */
  readonly command: string
  readonly options?: Readonly<Record<string, string | number | boolean | EnteredFile>>
}

interface EnteredFile {
  readonly name: string
  readonly contentType?: string
  readonly base64: string
}

type ClickedCommand = Entered & { readonly command: string } & (
    | { readonly message: string }
    | { readonly user: string }
  )

/** A component on a message of the channel, or on the answer to an interaction, which nobody else may see. */
type Pressed = Pick<Entered, 'locale'> & { readonly customId: string; readonly values?: readonly string[] } & (
    | { readonly interaction: string }
    | { readonly channel?: string; readonly message: string }
  )

interface SentForm extends Pick<Entered, 'locale'> {
  /** The interaction that was answered with the form. */
  readonly interaction: string
  readonly fields: Readonly<Record<string, string>>
}

/** What people do with the bot. Each route waits for the answer, and gives what the person then sees. */
export function interactionRoutes({ discord }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { interactions } = discord
  const actor = (person: string, { channel, locale }: Entered) => ({
    userId: directory.person(person).id,
    channelId: directory.channel(channel).id,
    ...(locale && { locale }),
  })
  const byId = (id: string): Interaction => {
    const interaction = interactions.byId(id)
    if (!interaction) throw unknown('Interaction')
    return interaction
  }
  const placeOf = (pressed: Pressed): { readonly channelId: string; readonly messageId: string } => {
    if ('message' in pressed) return { channelId: directory.channel(pressed.channel).id, messageId: pressed.message }
    const { channelId, originalId } = byId(pressed.interaction)
    if (originalId === undefined) throw new UsageError('The interaction has no message to press on.')
    return { channelId, messageId: originalId }
  }
  return [
    route('POST', '/people/:person/commands', ({ params, body }) => {
      const { command, options = {}, ...entered } = body as EnteredCommand
      return answered(interactions.slash({ ...actor(params.person, entered), command, options: valuesOf(options) }))
    }),
    route('POST', '/people/:person/autocomplete', ({ params, body }) => {
      const { command, options = {}, focused, ...entered } = body as EnteredCommand & { readonly focused: string }
      const typing = { command, options: valuesOf(options), focused }
      return answered(interactions.autocomplete({ ...actor(params.person, entered), ...typing }))
    }),
    route('POST', '/people/:person/context-menus', ({ params, body }) => {
      const { command, ...clicked } = body as ClickedCommand
      const target =
        'message' in clicked ? { messageId: clicked.message } : { userId: directory.person(clicked.user).id }
      return answered(interactions.contextMenu({ ...actor(params.person, clicked), command, target }))
    }),
    route('POST', '/people/:person/components', ({ params, body }) => {
      const pressed = body as Pressed
      const { customId, values, locale } = pressed
      const userId = directory.person(params.person).id
      const press = { userId, ...placeOf(pressed), customId, ...(values && { values }), ...(locale && { locale }) }
      return answered(interactions.component(press))
    }),
    route('POST', '/people/:person/forms', ({ params, body }) => {
      const { interaction, fields, locale } = body as SentForm
      const form = { userId: directory.person(params.person).id, fields, ...(locale && { locale }) }
      return answered(interactions.submitModal(byId(interaction), form))
    }),
    route('GET', '/interactions', () => interactions.all.filter(isShown).map(interactionView)),
    route('GET', '/interactions/:interaction', ({ params }) => interactionView(byId(params.interaction))),
  ]
}

async function answered(interaction: Interaction): Promise<object> {
  await interaction.until(AbortSignal.timeout(PATIENCE))
  return interactionView(interaction)
}

function valuesOf(options: NonNullable<EnteredCommand['options']>): OptionValues {
  const values = Object.entries(options).map(([name, value]) => [name, isFile(value) ? fileOf(value) : value])
  return Object.fromEntries(values)
}

function isFile(value: unknown): value is EnteredFile {
  return typeof value === 'object'
}

function fileOf({ name, contentType = 'application/octet-stream', base64 }: EnteredFile): UploadedFile {
  return { name, contentType, data: Buffer.from(base64, 'base64') }
}

/** Suggestions while somebody types are nothing to look back on. */
function isShown({ type }: Interaction): boolean {
  return type !== InteractionType.ApplicationCommandAutocomplete
}
