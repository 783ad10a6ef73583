import { isLectorError } from '../kernel/errors.ts'
import { GUILD_RULES } from './limits.ts'
import { resolveCaps } from './resolve.ts'
import type { SettingsStore } from './store.ts'
import type { BudgetCaps, GuildValues, Id, Reservation } from './types.ts'

/** Who pays: a server, and the person in it who speaks; nobody in particular for what Lector says of itself. */
export interface Payer {
  readonly origin?: Id
  readonly speaker?: Id
}

/** What all servers may spend together, in characters. */
export interface BotCaps {
  readonly botDayBudget?: number
  readonly botMonthBudget?: number
}

/**
 * The budgets of servers and members, kept in the store, as the account of an engine that costs money. What is spoken
 * outside of servers is granted and not counted; so is, while nothing can be written, what no cap holds.
 */
export function usageBudget(
  { guilds, usage }: Pick<SettingsStore, 'guilds' | 'usage'>,
  operator: Partial<GuildValues> & BotCaps = {},
) {
  return {
    async reserve({ origin, speaker }: Payer, characters: number) {
      if (origin === undefined) return UNCOUNTED
      const { chosen } = await guilds.read(origin)
      const { botDayBudget, botMonthBudget } = operator
      const caps = {
        ...(botDayBudget !== undefined && { 'bot-day': botDayBudget }),
        ...(botMonthBudget !== undefined && { 'bot-month': botMonthBudget }),
        ...resolveCaps(chosen, operator),
      }
      // The server's own id stands for nobody in particular, and no member's caps hold for it.
      const who = { guild: origin, user: speaker ?? origin }
      const held = speaker === undefined ? commonCaps(caps) : caps
      const result = await usage.reserve(who, characters, held).catch((error: unknown) => {
        // Without a cap there is nothing to keep to: a full or locked disk costs the count and not the voice.
        if (Object.keys(held).length === 0 && isNotSaved(error)) return UNCOUNTED
        throw error
      })
      if (result.granted) return result
      const atBudget = chosen.atBudget ?? operator.atBudget ?? GUILD_RULES.atBudget.default
      return { ...result, instead: atBudget === 'local' ? 'free' : 'nothing' } as const
    },
    async settle(reservation: Reservation | undefined, billed: number): Promise<void> {
      if (reservation) await usage.correct(reservation, billed)
    },
  }
}

const UNCOUNTED = { granted: true, reservation: undefined } as const

function isNotSaved(error: unknown): boolean {
  return isLectorError(error) && error.code === 'settings.not-saved'
}

function commonCaps(caps: BudgetCaps): BudgetCaps {
  return Object.fromEntries(Object.entries(caps).filter(([scope]) => !scope.startsWith('member')))
}
