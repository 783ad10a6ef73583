import { changedSettings } from '../src/interactions/changed-settings.ts'
import { suggestTextLanguages } from '../src/interactions/choosing/languages.ts'
import { MORE_VOICES, voiceMenu } from '../src/interactions/choosing/voice-menu.ts'
import { chooseVoice } from '../src/interactions/choosing/voices.ts'
import type { ChatCommand, CommandContext } from '../src/interactions/command.ts'
import { previewVoice } from '../src/interactions/preview-voice.ts'
import type { Button, Reply, RichReply, Row } from '../src/interactions/reply.ts'
import type { SettingsSnapshot } from '../src/settings/snapshot.ts'
import type { GuildValues, Patch } from '../src/settings/types.ts'
import { here } from './read/here.ts'

const STEPS = ['voice', 'channel', 'people', 'announcements'] as const
type Step = (typeof STEPS)[number]

/** Discord's limit for a select menu. */
const MAX_OPTIONS = 25
const SWITCHES = ['announceJoins', 'announceLeaves', 'autoJoin'] as const

/**
 * The few things a new server decides, a step each. Everything is saved when it is chosen, so that one can stop at any
 * step; `/setup` goes on with the first that nobody has touched.
 */
export const setup = {
  kind: 'chat',
  path: 'setup',
  needs: 'manage-server',
  async run(context) {
    const settings = await context.settings()
    return stepReply(STEPS.find((step) => !isTouched(step, settings)) ?? 'voice', settings, context)
  },

  async press(action, [value = ''], context) {
    const [what = '', argument = ''] = action.split(' ')
    switch (what) {
      case 'go':
        return stepReply(stepAt(Number(argument)), await context.settings(), context)
      case 'voice':
        return await pressVoice(value, Number(argument), context)
      case 'read':
        await here.run(context)
        return await afterChange('channel', context)
      case 'language':
        return await save({ language: value as GuildValues['language'] }, 'voice', context)
      case 'present':
        return await save({ mustBeInVoice: argument === 'yes' }, 'people', context)
      case 'names':
        return await save({ announceNames: value as GuildValues['announceNames'] }, 'announcements', context)
      case 'switch':
        return await save(await switched(argument as (typeof SWITCHES)[number], context), 'announcements', context)
      default:
        return context.texts.onboarding.done()
    }
  },
} satisfies ChatCommand

function isTouched(step: Step, { guild: { chosen, readChannels } }: SettingsSnapshot): boolean {
  switch (step) {
    case 'voice':
      return chosen.voice !== undefined || chosen.language !== undefined
    case 'channel':
      return readChannels.size > 0
    case 'people':
      return chosen.mustBeInVoice !== undefined
    case 'announcements':
      return [chosen.announceNames, ...SWITCHES.map((setting) => chosen[setting])].some((value) => value !== undefined)
  }
}

/** Chosen by listening: whoever is in a voice channel hears it there. */
async function pressVoice(value: string, page: number, context: CommandContext): Promise<Reply> {
  const settings = await context.settings()
  if (value === MORE_VOICES) return stepReply('voice', settings, context, page + 1)
  const voice = chooseVoice(value, settings.guild, context.services)
  const reply = await save({ voice: voice.id }, 'voice', context)
  if (context.callerChannel) await previewVoice(voice, undefined, context)
  return reply
}

async function save(patch: Patch<GuildValues>, step: Step, context: CommandContext): Promise<RichReply> {
  await context.services.settings.guilds.update(context.guildId, patch)
  return await afterChange(step, context)
}

async function afterChange(step: Step, context: CommandContext): Promise<RichReply> {
  return stepReply(step, await changedSettings(context), context)
}

async function switched(setting: (typeof SWITCHES)[number], context: CommandContext): Promise<Patch<GuildValues>> {
  return { [setting]: !(await context.settings()).rules[setting] }
}

function stepAt(number: number): Step {
  return STEPS[number] ?? 'voice'
}

function stepReply(step: Step, settings: SettingsSnapshot, context: CommandContext, voicePage?: number): RichReply {
  const { onboarding, settings: words } = context.texts
  const number = STEPS.indexOf(step)
  const { text, rows } = BODIES[step](settings, context, voicePage)
  const next = number + 1 < STEPS.length
  const turns: Button[] = [
    { action: `go ${number - 1}`, label: words.back(), disabled: number === 0 },
    next
      ? { action: `go ${number + 1}`, label: words.next(), style: 'primary' }
      : { action: 'finish', label: onboarding.finish(), style: 'primary' },
  ]
  return {
    text: [onboarding.step(number + 1, STEPS.length, onboarding.titles[step]), ...text].join('\n'),
    rows: [...rows, { buttons: turns }],
  }
}

type Body = (
  settings: SettingsSnapshot,
  context: CommandContext,
  voicePage?: number,
) => { readonly text: readonly string[]; readonly rows: readonly Row[] }

const BODIES: Readonly<Record<Step, Body>> = {
  voice({ rules }, context, page) {
    const { onboarding, settings } = context.texts
    const languages = suggestTextLanguages('', context).slice(0, MAX_OPTIONS)
    const options = languages.map(({ name, value }) => ({ label: name, value, chosen: value === rules.language }))
    const local = context.services.engines.every(({ host }) => host === undefined)
    return {
      text: [onboarding.askVoice(), ...(local ? [onboarding.naturalVoices()] : [])],
      rows: [
        voiceMenu({ engine: rules.engine, chosen: rules.voice, page }, context),
        { select: { action: 'language', placeholder: settings.chooseLanguage(), options } },
      ],
    }
  },

  channel({ guild: { readChannels } }, { channelId, texts: { onboarding, reading } }) {
    const lines = Array.from(readChannels, ([text, voice]) => `- ${reading.listed(`<#${text}>`, `<#${voice}>`)}`)
    const label = onboarding.readThisChannel()
    const button = { action: 'read', label, style: 'primary', disabled: readChannels.has(channelId) } as const
    return { text: [onboarding.askChannel(), ...lines.slice(0, 10)], rows: [{ buttons: [button] }] }
  },

  people({ rules: { mustBeInVoice } }, { texts: { onboarding } }) {
    const button = (action: string, label: string, chosen: boolean) =>
      ({ action, label, style: chosen ? 'primary' : 'secondary' }) as const
    const buttons = [
      button('present yes', onboarding.onlyPresent(), mustBeInVoice),
      button('present no', onboarding.everyone(), !mustBeInVoice),
    ]
    return { text: [onboarding.askPeople()], rows: [{ buttons }] }
  },

  announcements({ rules }, { texts: { onboarding, settings } }) {
    const options = (['never', 'change', 'always'] as const).map((value) => ({
      label: settings.values[value],
      value,
      chosen: value === rules.announceNames,
    }))
    const buttons = SWITCHES.map((setting) => {
      const name = settings.names[setting]
      const label = rules[setting] ? settings.turnOff(name) : settings.turnOn(name)
      return { action: `switch ${setting}`, label, style: rules[setting] ? 'primary' : 'secondary' } as const
    })
    return {
      text: [onboarding.askAnnouncements()],
      rows: [{ select: { action: 'names', placeholder: settings.chooseNames(), options } }, { buttons }],
    }
  },
}
