import type { ReasonName } from '../i18n/reading.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { GuildSettings, Id } from '../settings/types.ts'
import type { Author, Incoming } from './incoming.ts'

/** Older messages are not read: a gateway that reconnects delivers old ones too. */
export const OLDEST_MS = 2 * 60_000

/** Why a message is not read. Each reason has a sentence that says what would change it. */
export type Reason = ReasonName

export type Verdict = { readonly read: true } | { readonly read: false; readonly reason: Reason }

/** What decides whether a person may be heard at all. */
export type Speaker = Pick<Author, 'id' | 'roles' | 'muted'>

/** Everything the decision depends on. */
export interface Circumstances extends SettingsSnapshot {
  /** The bot's voice channel. */
  readonly voiceChannel: Id | undefined
  /** Whether that channel is age-restricted. */
  readonly ageRestricted: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** Messages of the last minute, without this one. */
  readonly recent: { readonly duplicate: boolean; readonly byMember: number; readonly inServer: number }
}

/** Whether a message is read. Lasting reasons come first, because they are what the author has to know. */
export function verdictOf(incoming: Incoming, circumstances: Circumstances): Verdict {
  const reason = PERSONAL.concat(SITUATIONAL).find((rule) => CHECKS[rule](incoming, circumstances))
  return reason === undefined ? { read: true } : { read: false, reason }
}

/** Whether a message may be read on request: only the rules that protect people apply. */
export function verdictOnRequest(incoming: Incoming, circumstances: Circumstances): Verdict {
  const reason = PERSONAL.find((rule) => CHECKS[rule](incoming, circumstances))
  return reason === undefined ? { read: true } : { read: false, reason }
}

/**
 * Why nothing of this person may be heard, not even on request; undefined if it may. Opting out is not a reason: people
 * who opted out can still use `/say`.
 */
export function silenceOf(author: Speaker, guild: GuildSettings): Reason | undefined {
  return (Object.keys(SILENCED) as (keyof typeof SILENCED)[]).find((rule) => SILENCED[rule]({ author }, { guild }))
}

/** Voice channel that a text channel, thread or voice chat is read into. */
export function destinationOf(
  { channel, parent }: Pick<Incoming, 'channel' | 'parent'>,
  { readChannels }: GuildSettings,
  voiceChannel: Id | undefined,
): Id | undefined {
  const linked = readChannels.get(channel) ?? (parent === undefined ? undefined : readChannels.get(parent))
  return linked ?? (channel === voiceChannel ? channel : undefined)
}

const PERSONAL: readonly Reason[] = [
  'own-message',
  'system-message',
  'opted-out',
  'unread-member',
  'ignored-role',
  'age-restricted',
]

const SITUATIONAL: readonly Reason[] = [
  'command',
  'channel-not-read',
  'bot',
  'webhook',
  'missing-role',
  'silent',
  'ignored-prefix',
  'missing-prefix',
  'too-old',
  'not-there',
  'author-not-in-voice',
  'author-muted',
  'duplicate',
  'member-rate',
  'server-rate',
]

/** Rules of a server and its moderators about a person. */
const SILENCED = {
  'unread-member': ({ author }, { guild }) => guild.unread.has(author.id),
  // Unknown roles count as any of the ignored ones.
  'ignored-role': ({ author }, { guild }) =>
    [...(author.roles ?? guild.roles.keys())].some((role) => guild.roles.get(role) === 'ignored'),
  'author-muted': ({ author }) => author.muted,
} satisfies Record<string, (incoming: { author: Speaker }, known: Pick<Circumstances, 'guild'>) => boolean>

const CHECKS: Readonly<Record<Reason, (incoming: Incoming, circumstances: Circumstances) => boolean>> = {
  ...SILENCED,
  'own-message': ({ author }) => author.kind === 'self',
  'system-message': ({ kind }) => kind === 'system',
  command: ({ kind }) => kind === 'command',
  'opted-out': (_, { member }) => member.optedOut.here || member.optedOut.everywhere,
  'channel-not-read': (incoming, { guild, voiceChannel }) => !destinationOf(incoming, guild, voiceChannel),
  bot: ({ author }, { rules }) => author.kind === 'bot' && !rules.readBots,
  webhook: ({ author }, { rules }) => author.kind === 'webhook' && !rules.readWebhooks,
  'missing-role': ({ author }, { guild }) =>
    author.kind !== 'webhook' &&
    guild.roles.values().some((rule) => rule === 'required') &&
    !author.roles?.some((role) => guild.roles.get(role) === 'required'),
  // Everybody in the voice channel would hear what only adults may see.
  'age-restricted': (incoming, { ageRestricted }) => incoming.ageRestricted && !ageRestricted,
  silent: ({ silent }) => silent,
  'ignored-prefix': ({ message }, { rules }) => startsWith(message.content, rules.ignorePrefix),
  'missing-prefix': ({ message }, { rules }) =>
    rules.requirePrefix !== undefined && !startsWith(message.content, rules.requirePrefix),
  'too-old': ({ writtenAt }, { now }) => now - writtenAt > OLDEST_MS,
  'not-there': (incoming, { guild, voiceChannel }) => destinationOf(incoming, guild, voiceChannel) !== voiceChannel,
  'author-not-in-voice': ({ author }, { rules, voiceChannel }) =>
    rules.mustBeInVoice && canBeInVoice(author) && author.voiceChannel !== voiceChannel,
  duplicate: (_, { recent }) => recent.duplicate,
  'member-rate': (_, { recent, rules }) => recent.byMember >= rules.memberRatePerMinute,
  'server-rate': (_, { recent, rules }) => recent.inServer >= rules.serverRatePerMinute,
}

/** Bots and webhooks cannot join a voice channel, so a server that reads them means it. */
function canBeInVoice({ kind }: Author): boolean {
  return kind === 'person'
}

function startsWith(content: string, prefix: string | undefined): boolean {
  return prefix !== undefined && content.trimStart().startsWith(prefix)
}
