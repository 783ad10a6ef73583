import type { Config } from './config.ts'

/** What servers can choose at most, by the names of their settings. */
export function operatorLimits(config: Config) {
  const budgets = {
    serverDayBudget: config.LECTOR_SERVER_DAY_BUDGET,
    serverMonthBudget: config.LECTOR_SERVER_MONTH_BUDGET,
    memberDayBudget: config.LECTOR_MEMBER_DAY_BUDGET,
    memberMonthBudget: config.LECTOR_MEMBER_MONTH_BUDGET,
  }
  const given = Object.entries(budgets).filter(([, characters]) => characters !== undefined)
  const limits: { readonly [K in keyof typeof budgets]?: number } = Object.fromEntries(given)
  return { maxLength: config.LECTOR_MAX_CHARACTERS, queueSize: config.LECTOR_QUEUE_LIMIT, ...limits }
}
