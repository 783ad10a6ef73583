import { changedSettings } from '../../src/interactions/changed-settings.ts'
import { suggestTextLanguages } from '../../src/interactions/choosing/languages.ts'
import { instructionOf, labelOf } from '../../src/interactions/choosing/styles.ts'
import { MORE_VOICES, voiceMenu } from '../../src/interactions/choosing/voice-menu.ts'
import { chooseVoice } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { Describer } from '../../src/interactions/describe.ts'
import type { RichReply, SelectOption } from '../../src/interactions/reply.ts'
import type { ResolvedGuild } from '../../src/settings/resolve.ts'
import type { SettingsSnapshot } from '../../src/settings/snapshot.ts'
import type { GuildSettings, GuildValues, Patch } from '../../src/settings/types.ts'
import { STYLE_PRESETS } from '../../src/speech/voices/style-presets.ts'

/** Discord's limit for a select menu. */
const MAX_OPTIONS = 25
const NONE = 'none'

const SHOWN = ['voice', 'style', 'language', 'announceNames'] as const
const SWITCHES = ['mustBeInVoice', 'autoJoin', 'readBots', 'announceJoins', 'announceLeaves'] as const

/** One message that shows the most used settings and changes them. */
export const serverPanel = {
  kind: 'chat',
  path: 'server panel',
  run: async (context) => panel(await context.settings(), context),

  async press(action, [value = ''], context) {
    const [what = '', argument = ''] = action.split(' ')
    const settings = await context.settings()
    if (what === 'voice' && value === MORE_VOICES) return panel(settings, context, Number(argument) + 1)
    const patch = patchFor(what, argument, value, settings, context)
    await context.services.settings.guilds.update(context.guildId, patch)
    return panel(await changedSettings(context), context)
  },
} satisfies ChatCommand

function patchFor(
  what: string,
  argument: string,
  value: string,
  { guild, rules }: SettingsSnapshot,
  context: CommandContext,
): Patch<GuildValues> {
  switch (what) {
    case 'voice':
      return { voice: chooseVoice(value, guild, context.services).id }
    case 'style':
      return { style: styleFor(value, guild, context) }
    case 'switch':
      return { [argument]: !rules[argument as (typeof SWITCHES)[number]] }
    default:
      return { [what]: value }
  }
}

function panel({ guild, rules }: SettingsSnapshot, context: CommandContext, page?: number): RichReply {
  const texts = context.texts.settings
  const describer = new Describer(context, guild)
  const lines = [...SHOWN, ...SWITCHES].map((setting) =>
    describer.lineFrom(setting, rules[setting], setting in guild.chosen ? 'server' : 'default'),
  )
  // A select shows 25 of the hundred languages: the chosen one, and those that are listed first.
  const languages = suggestTextLanguages('', context)
    .map(({ name, value }) => ({ label: name, value, chosen: value === rules.language }))
    .sort((one, other) => Number(other.chosen) - Number(one.chosen))
    .slice(0, MAX_OPTIONS)
  const names = (['never', 'change', 'always'] as const).map((value) => ({
    label: texts.values[value],
    value,
    chosen: value === rules.announceNames,
  }))
  return {
    text: [texts.panel(), ...lines].join('\n'),
    rows: [
      voiceMenu({ engine: rules.engine, chosen: rules.voice, page }, context),
      { select: { action: 'style', placeholder: texts.chooseStyle(), options: styles(guild, rules, context) } },
      { select: { action: 'language', placeholder: texts.chooseLanguage(), options: languages } },
      { select: { action: 'announceNames', placeholder: texts.chooseNames(), options: names } },
      { buttons: SWITCHES.map((setting) => switchButton(setting, rules[setting], texts)) },
    ],
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

function styleFor(value: string, { presets }: GuildSettings, context: CommandContext): string | null {
  const [kind, ...rest] = value.split(' ')
  const name = rest.join(' ')
  if (kind === 'own') return presets.get(name) ?? null
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
