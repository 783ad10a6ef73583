import type { ReasonName } from '../i18n/reading.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { GuildSettings, Id } from '../settings/types.ts'
import type { Author, Incoming } from './incoming.ts'

/** What was said a long time ago is not news any more; a gateway that comes back tells of old messages too. */
export const OLDEST_MS = 2 * 60_000

/** Why a message is not read. Each has a sentence that says what would change it. */
export type Reason = ReasonName

export type Verdict = { readonly read: true } | { readonly read: false; readonly reason: Reason }

/** What silences people: who they are to a server and its moderators. */
export type Speaker = Pick<Author, 'id' | 'roles' | 'muted'>

/** What is known at the moment of the decision. */
export interface Circumstances extends SettingsSnapshot {
  /** Where the bot is. */
  readonly voiceChannel: Id | undefined
  /** That channel is age-restricted too. */
  readonly ageRestricted: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** The last minute, without this message. */
  readonly recent: { readonly duplicate: boolean; readonly byMember: number; readonly inServer: number }
}

/** Whether a message is read. The lasting reasons come first: they are what its author has to know. */
export function judge(incoming: Incoming, circumstances: Circumstances): Verdict {
  const reason = PERSONAL.concat(SITUATIONAL).find((rule) => CHECKS[rule](incoming, circumstances))
  return reason === undefined ? { read: true } : { read: false, reason }
}

/** Whether it may be read because somebody asks for it: what protects people holds, what saves attention does not. */
export function judgeAsked(incoming: Incoming, circumstances: Circumstances): Verdict {
  const reason = PERSONAL.find((rule) => CHECKS[rule](incoming, circumstances))
  return reason === undefined ? { read: true } : { read: false, reason }
}

/**
 * Why nothing that somebody writes may be heard, whatever it is and however it is asked for; undefined when it may. Whoever
 * opted out is not silenced by it.
 */
export function silenceOf(author: Speaker, guild: GuildSettings): Reason | undefined {
  return (Object.keys(SILENCED) as (keyof typeof SILENCED)[]).find((rule) => SILENCED[rule]({ author }, { guild }))
}

/** The voice channel that a text channel, thread or voice channel's own chat is read into. */
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

/** What a server and its moderators say about a person. */
const SILENCED = {
  'unread-member': ({ author }, { guild }) => guild.unread.has(author.id),
  // Whose roles nobody knows may have any of them.
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
  // What may only be seen by adults is heard by everybody in the voice channel.
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

/** Bots and webhooks have no ears; whoever lets them be read means it. */
function canBeInVoice({ kind }: Author): boolean {
  return kind === 'person'
}

function startsWith(content: string, prefix: string | undefined): boolean {
  return prefix !== undefined && content.trimStart().startsWith(prefix)
}
