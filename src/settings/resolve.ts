import { GUILD_RULES } from './limits.ts'
import type { BudgetCaps, ChannelValues, GuildValues, MemberValues, SpeechValues } from './types.ts'

/** Nearest first: who speaks last wins. */
const SOURCES = ['message', 'member', 'channel', 'server', 'default'] as const
const SPEECH_KEYS = ['voice', 'style', 'language', 'engine', 'model', 'speed', 'volume'] as const

export type Source = (typeof SOURCES)[number]

/** What the operator's configuration decides where a server has chosen nothing; of `CAPPED`, the most it can choose. */
export type OperatorDefaults = Pick<SpeechValues, 'engine'> &
  Partial<Omit<GuildValues, 'voice'>> & {
    /** The voice where nobody chose one; not every engine has the same. */
    voiceFor(engine: string): string
  }

export interface SpeechChoices {
  /** Asked for with this one text, e.g. as options of `/say`. */
  readonly message?: Partial<SpeechValues>
  readonly member?: Partial<MemberValues>
  readonly channel?: Partial<ChannelValues>
  readonly server?: Partial<GuildValues>
  readonly operator: OperatorDefaults
}

/** Without a style the voice speaks as it does; without a model the engine takes its own. */
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

/** No budget is no cap, and no prefix is no condition. */
type Optional =
  | Unneeded
  | 'serverDayBudget'
  | 'serverMonthBudget'
  | 'memberDayBudget'
  | 'memberMonthBudget'
  | 'ignorePrefix'
  | 'requirePrefix'

export type ResolvedGuild = Omit<GuildValues, Optional> & Partial<Pick<GuildValues, Optional>>

/** Everything that holds for a server, chosen or not. */
export function resolveGuild(chosen: Partial<GuildValues>, operator: OperatorDefaults): ResolvedGuild {
  const { engine } = { ...operator, ...chosen }
  return { ...defaultsOf(operator, engine), ...chosen, ...mostOf(chosen, operator) }
}

function defaultsOf({ voiceFor, ...operator }: OperatorDefaults, engine: string): ResolvedGuild {
  return { ...GUILD_DEFAULTS, ...operator, voice: voiceFor(engine) }
}

/** The operator pays and has the machine, so of these a server can choose less and not more. */
export const CAPPED = [
  'maxLength',
  'queueSize',
  'serverDayBudget',
  'serverMonthBudget',
  'memberDayBudget',
  'memberMonthBudget',
] as const satisfies (keyof GuildValues)[]

/** What is left of the server's choice, or of the default, under the operator's limits. */
function mostOf(chosen: Partial<GuildValues>, operator: Partial<GuildValues>): Partial<GuildValues> {
  const most = CAPPED.map((key) => [key, smaller(chosen[key] ?? GUILD_RULES[key].default, operator[key])] as const)
  return Object.fromEntries(most.filter(([, value]) => value !== Number.POSITIVE_INFINITY))
}

/** What may be spent in a server. */
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

/** `voice` and `engine` have no default of their own: they depend on what the operator has set up. */
const GUILD_DEFAULTS = Object.fromEntries(
  Object.entries(GUILD_RULES).flatMap(([key, rule]) => (rule.default === undefined ? [] : [[key, rule.default]])),
) as unknown as Omit<ResolvedGuild, 'voice' | 'engine'>
