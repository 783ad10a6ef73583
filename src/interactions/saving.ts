import { CAPPED } from '../settings/resolve.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { ChannelValues, GuildValues, Id, MemberValues, Patch } from '../settings/types.ts'
import { callerSpeech } from './caller-speech.ts'
import { changedSettings } from './changed-settings.ts'
import { engineOf } from './choosing/engines.ts'
import type { CommandContext } from './command.ts'
import { Describer, type Setting } from './describe.ts'

/** Keeps what a member chose; the answer says what holds now. */
export async function saveForMember(patch: Patch<MemberValues>, context: CommandContext): Promise<string> {
  const { services, guildId, userId, texts } = context
  await services.settings.members.update(guildId, userId, patch)
  return await answer(texts.settings.savedForYou(), patch, context)
}

/** Keeps what a server chose. */
export async function saveForServer(patch: Patch<GuildValues>, context: CommandContext): Promise<string> {
  const { services, guildId, texts } = context
  await services.settings.guilds.update(guildId, patch)
  const text = await answer(texts.settings.savedForServer(), patch, context)
  return isCapped(patch, services.operator) ? `${text}\n${texts.settings.capped()}` : text
}

/** Keeps what a server chose for one of its channels. */
export async function saveForChannel(
  channel: Id,
  patch: Patch<ChannelValues>,
  context: CommandContext,
): Promise<string> {
  const { services, guildId, texts } = context
  await services.settings.guilds.updateChannel(guildId, channel, patch)
  return await answer(texts.settings.savedForChannel(`<#${channel}>`), patch, context)
}

async function answer(title: string, patch: Patch<GuildValues & MemberValues>, context: CommandContext) {
  const changed = await changedSettings(context)
  const describer = new Describer(context, changed.guild)
  const lines = Object.entries(patch).map(([setting, value]) =>
    describer.line(setting as Setting, inForce(setting as Setting, value ?? undefined, changed)),
  )
  const note = 'voice' in patch || 'style' in patch ? lostStyle(patch, changed, context) : undefined
  return [title, ...lines, ...(note === undefined ? [] : [note])].join('\n')
}

/** The host's limit where it is lower than what was chosen. */
function inForce(setting: Setting, value: string | number | boolean | undefined, { rules }: SettingsSnapshot) {
  const capped = CAPPED.find((name) => name === setting)
  return capped === undefined ? value : rules[capped]
}

/** What to know when the voice cannot speak in the style. */
function lostStyle(
  patch: Patch<Pick<GuildValues, 'voice' | 'style'>>,
  settings: SettingsSnapshot,
  context: CommandContext,
): string | undefined {
  const speech = callerSpeech(settings, context)
  const voice = patch.voice ?? speech.voice.value
  const style = patch.style ?? speech.style.value
  if (style === undefined) return undefined
  const { followsStyle } = engineOf(settings.guild.chosen, context.services)
  if (followsStyle(voice, speech.model.value) !== false) return undefined
  return context.texts.settings.unstyledVoice(voice)
}

function isCapped(patch: Patch<GuildValues>, operator: Partial<GuildValues>): boolean {
  return CAPPED.some((setting) => {
    const cap = operator[setting]
    return cap !== undefined && (patch[setting] ?? 0) > cap
  })
}
