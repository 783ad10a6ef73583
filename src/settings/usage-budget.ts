import { GUILD_RULES } from './limits.ts'
import { resolveCaps } from './resolve.ts'
import type { SettingsStore } from './store.ts'
import type { BudgetCaps, GuildValues, Id, Reservation } from './types.ts'

/** Who pays: a server, and the person in it who speaks; nobody in particular for what Lector says of itself. */
export interface Payer {
  readonly origin?: Id
  readonly speaker?: Id
}

/**
 * The budgets of servers and members, kept in the store, as the account of an engine that costs money. What is spoken
 * outside of servers is granted and not counted.
 */
export function usageBudget(
  { guilds, usage }: Pick<SettingsStore, 'guilds' | 'usage'>,
  operator: Partial<GuildValues> = {},
) {
  return {
    async reserve({ origin, speaker }: Payer, characters: number) {
      if (origin === undefined) return { granted: true, reservation: undefined } as const
      const { chosen } = await guilds.read(origin)
      const caps = resolveCaps(chosen, operator)
      // The server's own id stands for nobody in particular, and only the server's caps hold for it.
      const who = { guild: origin, user: speaker ?? origin }
      const result = await usage.reserve(who, characters, speaker === undefined ? serverCaps(caps) : caps)
      if (result.granted) return result
      const atBudget = chosen.atBudget ?? operator.atBudget ?? GUILD_RULES.atBudget.default
      return { ...result, instead: atBudget === 'local' ? 'free' : 'nothing' } as const
    },
    async settle(reservation: Reservation | undefined, billed: number): Promise<void> {
      if (reservation) await usage.correct(reservation, billed)
    },
  }
}

function serverCaps(caps: BudgetCaps): BudgetCaps {
  return Object.fromEntries(Object.entries(caps).filter(([scope]) => scope.startsWith('server')))
}
