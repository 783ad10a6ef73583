import type { HourlyAllowance } from './hourly-allowance.ts'
import { GUILD_RULES } from './limits.ts'
import { resolveCaps } from './resolve.ts'
import type { SettingsStore } from './store.ts'
import type { BudgetCaps, GuildValues, Id, Reservation } from './types.ts'

/** Who pays: a server and the member who speaks; no member for Lector's own announcements. */
export interface Payer {
  readonly guildId?: Id
  readonly speaker?: Id
}

/** Budgets of all servers together, in characters. */
export interface BotCaps {
  readonly botDayBudget?: number
  readonly botMonthBudget?: number
}

/** A reservation, or the payer where no cap applies: that usage is counted once the bill is known. */
type Account = { readonly reserved: Reservation } | { readonly spender: { readonly guild: Id; readonly user: Id } }

/**
 * The budgets of servers and members, kept in the store, as the account of an engine that costs money. Where no cap
 * applies, no sentence waits for the database, and a full or locked disk costs the count, not the voice. Speech
 * outside of servers is not counted.
 */
export function usageBudget(
  { guilds, usage }: Pick<SettingsStore, 'guilds' | 'usage'>,
  operator: Partial<GuildValues> & BotCaps = {},
  allowance?: HourlyAllowance,
) {
  const { botDayBudget, botMonthBudget } = operator
  const hostCaps: BudgetCaps = {
    ...(botDayBudget !== undefined && { 'bot-day': botDayBudget }),
    ...(botMonthBudget !== undefined && { 'bot-month': botMonthBudget }),
    ...resolveCaps({}, operator),
  }
  return {
    async reserve({ guildId, speaker }: Payer, characters: number) {
      if (guildId === undefined) return { granted: true, reservation: undefined } as const
      const { chosen } = await guilds.read(guildId)
      const atBudget = chosen.atBudget ?? operator.atBudget ?? GUILD_RULES.atBudget.default
      const instead = atBudget === 'local' ? 'free' : 'nothing'
      if (speaker !== undefined && allowance && !allowance.take(speaker, characters)) {
        const { cap } = allowance
        return { granted: false, scope: 'member-hour', used: cap, cap, byHost: true, instead } as const
      }
      const caps: BudgetCaps = { ...hostCaps, ...resolveCaps(chosen, operator) }
      // The server's own id stands for no member, so no member's cap applies.
      const who = { guild: guildId, user: speaker ?? guildId }
      const held = speaker === undefined ? commonCaps(caps) : caps
      if (Object.keys(held).length === 0) return { granted: true, reservation: { spender: who } } as const
      const result = await usage.reserve(who, characters, held)
      if (result.granted) return { granted: true, reservation: { reserved: result.reservation } } as const
      const byHost = result.cap === hostCaps[result.scope]
      return { ...result, byHost, instead } as const
    },
    async settle(account: Account | undefined, billed: number): Promise<void> {
      if (account && 'reserved' in account) await usage.correct(account.reserved, billed)
      else if (account && billed > 0) await usage.reserve(account.spender, billed, {})
    },
  }
}

function commonCaps(caps: BudgetCaps): BudgetCaps {
  return Object.fromEntries(Object.entries(caps).filter(([scope]) => !scope.startsWith('member')))
}
