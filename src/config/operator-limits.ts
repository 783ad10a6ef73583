import type { Config } from './config.ts'

/** Upper limits for the settings that servers can choose, by the names of these settings. */
export function operatorLimits(config: Config) {
  return {
    maxLength: config.LECTOR_MAX_CHARACTERS,
    queueSize: config.LECTOR_QUEUE_LIMIT,
    ...given({
      serverDayBudget: config.LECTOR_SERVER_DAY_BUDGET,
      serverMonthBudget: config.LECTOR_SERVER_MONTH_BUDGET,
      memberDayBudget: config.LECTOR_MEMBER_DAY_BUDGET,
      memberMonthBudget: config.LECTOR_MEMBER_MONTH_BUDGET,
    }),
  }
}

/** Budgets for all servers together. */
export function botBudgets(config: Config) {
  return given({ botDayBudget: config.LECTOR_DAY_BUDGET, botMonthBudget: config.LECTOR_MONTH_BUDGET })
}

function given<K extends string>(values: Readonly<Record<K, number | undefined>>): { readonly [N in K]?: number } {
  const set = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set) as { readonly [N in K]?: number }
}
