import { GUILD_RULES } from './limits.ts'
import type { BudgetCaps, ChannelValues, GuildValues, MemberValues, SpeechValues } from './types.ts'

/** From the most to the least specific; the first one that has a value wins. */
const SOURCES = ['message', 'member', 'channel', 'server', 'default'] as const
const SPEECH_KEYS = ['voice', 'style', 'language', 'engine', 'model', 'speed', 'volume'] as const

export type Source = (typeof SOURCES)[number]

/** The operator's defaults for what a server has not chosen; for `CAPPED`, also the maximum that it can choose. */
export type OperatorDefaults = Pick<SpeechValues, 'engine'> &
  Partial<Omit<GuildValues, 'voice'>> & {
    /** The voice if none is chosen; it depends on the engine. */
    voiceFor(engine: string): string
  }

export interface SpeechChoices {
  /** Requested for this text only, e.g. as options of `/say`. */
  readonly message?: Partial<SpeechValues>
  readonly member?: Partial<MemberValues>
  readonly channel?: Partial<ChannelValues>
  readonly server?: Partial<GuildValues>
  readonly operator: OperatorDefaults
}

/** Without a style the voice speaks in its own; without a model the engine uses its default. */
type Unneeded = 'style' | 'model'

export type ResolvedSpeech = {
  readonly [K in keyof SpeechValues]: {
    readonly value: SpeechValues[K] | (K extends Unneeded ? undefined : never)
    readonly from: Source
  }
}

/** How a text is spoken, and where each part of that comes from. */
export function resolveSpeech({ operator, ...choices }: SpeechChoices): ResolvedSpeech {
  const { message = {}, member = {}, channel = {}, server = {} } = choices
  const { engine } = { ...operator, ...server, ...message }
  const layers: Readonly<Record<Source, Partial<SpeechValues>>> = {
    message,
    member,
    channel,
    server,
    default: defaultsOf(operator, engine),
  }
  const resolved = SPEECH_KEYS.map((key) => {
    const from = SOURCES.find((source) => layers[source][key] !== undefined) ?? 'default'
    return [key, { value: layers[from][key], from }]
  })
  return Object.fromEntries(resolved) as ResolvedSpeech
}

/** Without a budget there is no cap, and without a prefix no condition. */
type Optional =
  | Unneeded
  | 'serverDayBudget'
  | 'serverMonthBudget'
  | 'memberDayBudget'
  | 'memberMonthBudget'
  | 'ignorePrefix'
  | 'requirePrefix'
  | 'timeZone'

export type ResolvedGuild = Omit<GuildValues, Optional> & Partial<Pick<GuildValues, Optional>>

/** All settings of a server, with defaults. */
export function resolveGuild(chosen: Partial<GuildValues>, operator: OperatorDefaults): ResolvedGuild {
  const { engine } = { ...operator, ...chosen }
  return { ...defaultsOf(operator, engine), ...chosen, ...mostOf(chosen, operator) }
}

function defaultsOf({ voiceFor, ...operator }: OperatorDefaults, engine: string): ResolvedGuild {
  return { ...GUILD_DEFAULTS, ...operator, voice: voiceFor(engine) }
}

/** The operator pays and owns the machine, so a server can choose less of these but not more. */
export const CAPPED = [
  'maxLength',
  'queueSize',
  'serverDayBudget',
  'serverMonthBudget',
  'memberDayBudget',
  'memberMonthBudget',
] as const satisfies (keyof GuildValues)[]

/** The server's choice or the default, capped by the operator's limits. */
function mostOf(chosen: Partial<GuildValues>, operator: Partial<GuildValues>): Partial<GuildValues> {
  const most = CAPPED.map((key) => [key, smaller(chosen[key] ?? GUILD_RULES[key].default, operator[key])] as const)
  return Object.fromEntries(most.filter(([, value]) => value !== Number.POSITIVE_INFINITY))
}

/** The budgets in a server. */
export function resolveCaps(chosen: Partial<GuildValues>, operator: Partial<GuildValues>): BudgetCaps {
  const most = mostOf(chosen, operator)
  const caps = {
    'server-month': most.serverMonthBudget,
    'server-day': most.serverDayBudget,
    'member-month': most.memberMonthBudget,
    'member-day': most.memberDayBudget,
  }
  return Object.fromEntries(Object.entries(caps).filter(([, cap]) => cap !== undefined))
}

function smaller(one = Number.POSITIVE_INFINITY, other = Number.POSITIVE_INFINITY): number {
  return Math.min(one, other)
}

/** `voice` and `engine` have no default of their own: they depend on the operator's configuration. */
const GUILD_DEFAULTS = Object.fromEntries(
  Object.entries(GUILD_RULES).flatMap(([key, rule]) => (rule.default === undefined ? [] : [[key, rule.default]])),
) as unknown as Omit<ResolvedGuild, 'voice' | 'engine'>
