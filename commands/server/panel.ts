import { suggestTextLanguages } from '../../src/interactions/choosing/languages.ts'
import { instructionOf, labelOf } from '../../src/interactions/choosing/styles.ts'
import { chooseVoice } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { Describer } from '../../src/interactions/describe.ts'
import type { RichReply, Row, SelectOption } from '../../src/interactions/reply.ts'
import { type ResolvedGuild, resolveGuild } from '../../src/settings/resolve.ts'
import type { GuildSettings, GuildValues, Patch } from '../../src/settings/types.ts'
import { STYLE_PRESETS } from '../../src/speech/voices/style-presets.ts'

/** What a select takes. */
const MAX_OPTIONS = 25
/** One place is for the way to the next page. */
const VOICES_PER_PAGE = MAX_OPTIONS - 1
const MORE = 'more'
const NONE = 'none'

const SHOWN = ['voice', 'style', 'language', 'announceNames'] as const
const SWITCHES = ['mustBeInVoice', 'autoJoin', 'readBots', 'announceJoins', 'announceLeaves'] as const

/** One message that shows and changes what servers change most. */
export const serverPanel = {
  kind: 'chat',
  path: 'server panel',
  run: (context) => panel(context),

  async press(action, [value = ''], context) {
    const [what = '', argument = ''] = action.split(' ')
    if (what === 'voice' && value === MORE) return await panel(context, Number(argument) + 1)
    const patch = await patchFor(what, argument, value, context)
    await context.services.settings.guilds.update(context.guildId, patch)
    return await panel(context)
  },
} satisfies ChatCommand

async function patchFor(
  what: string,
  argument: string,
  value: string,
  context: CommandContext,
): Promise<Patch<GuildValues>> {
  switch (what) {
    case 'voice':
      return { voice: (await chooseVoice(value, context)).id }
    case 'style':
      return { style: await styleFor(value, context) }
    case 'switch':
      return { [argument]: !(await currentOf(context)).resolved[argument as (typeof SWITCHES)[number]] }
    default:
      return { [what]: value }
  }
}

async function panel(context: CommandContext, page?: number): Promise<RichReply> {
  const { settings, resolved } = await currentOf(context)
  const texts = context.texts.settings
  const describer = new Describer(context, settings)
  const lines = [...SHOWN, ...SWITCHES].map((setting) =>
    describer.lineFrom(setting, resolved[setting], setting in settings.chosen ? 'server' : 'default'),
  )
  const languages = suggestTextLanguages('', context).map(({ name, value }) => ({
    label: name,
    value,
    chosen: value === resolved.language,
  }))
  const names = (['never', 'change', 'always'] as const).map((value) => ({
    label: texts.values[value],
    value,
    chosen: value === resolved.announceNames,
  }))
  return {
    text: [texts.panel(), ...lines].join('\n'),
    rows: [
      voicesRow(resolved, page, context),
      { select: { action: 'style', placeholder: texts.chooseStyle(), options: styles(settings, resolved, context) } },
      { select: { action: 'language', placeholder: texts.chooseLanguage(), options: languages } },
      { select: { action: 'announceNames', placeholder: texts.chooseNames(), options: names } },
      { buttons: SWITCHES.map((setting) => switchButton(setting, resolved[setting], texts)) },
    ],
  }
}

async function currentOf({ services, guildId }: CommandContext) {
  const settings = await services.settings.guilds.read(guildId)
  return { settings, resolved: resolveGuild(settings.chosen, services.operator) }
}

/** The page that was asked for, else the one with the voice that is chosen. */
function voicesRow(
  { voice: chosen, engine }: ResolvedGuild,
  page: number | undefined,
  { services, texts }: CommandContext,
): Row {
  const voices = services.voicesOf(engine)
  const pages = Math.ceil(voices.length / VOICES_PER_PAGE)
  const own = Math.max(
    0,
    voices.findIndex(({ id }) => id === chosen),
  )
  const shown = (page ?? Math.floor(own / VOICES_PER_PAGE)) % pages
  const options = voices.slice(shown * VOICES_PER_PAGE, (shown + 1) * VOICES_PER_PAGE)
  return {
    select: {
      action: `voice ${shown}`,
      placeholder: texts.settings.chooseVoice(),
      options: [
        ...options.map(({ id, description }) => ({ label: id, value: id, description, chosen: id === chosen })),
        ...(pages > 1 ? [{ label: texts.settings.moreVoices(), value: MORE }] : []),
      ],
    },
  }
}

function styles({ presets }: GuildSettings, { style }: ResolvedGuild, context: CommandContext): SelectOption[] {
  const own = [...presets].map(([name, instruction]) => ({
    label: name,
    value: `own ${name}`,
    description: instruction,
    chosen: style === instruction,
  }))
  const everybodys = STYLE_PRESETS.map((preset) => ({
    label: labelOf(preset, context),
    value: `preset ${preset.id}`,
    chosen: style === preset.en || style === preset.zh,
  }))
  const none = { label: context.texts.settings.values.none, value: NONE, chosen: style === undefined }
  return [none, ...own.slice(0, MAX_OPTIONS - 1 - everybodys.length), ...everybodys]
}

async function styleFor(value: string, context: CommandContext): Promise<string | null> {
  const [kind, ...rest] = value.split(' ')
  const name = rest.join(' ')
  if (kind === 'own') return (await currentOf(context)).settings.presets.get(name) ?? null
  const preset = STYLE_PRESETS.find(({ id }) => id === name)
  return preset ? instructionOf(preset, context.language) : null
}

function switchButton(setting: (typeof SWITCHES)[number], on: boolean, texts: CommandContext['texts']['settings']) {
  const name = texts.names[setting]
  return {
    action: `switch ${setting}`,
    label: on ? texts.turnOff(name) : texts.turnOn(name),
    style: on ? 'primary' : 'secondary',
  } as const
}
