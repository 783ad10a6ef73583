import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { botBudgets, operatorLimits } from '../../src/config/operator-limits.ts'
import { GUILD_RULES } from '../../src/settings/limits.ts'

it('budgets of the bot are no limits of servers', () => {
  const config = readConfig({ LECTOR_DAY_BUDGET: '9' })
  expect(botBudgets(config)).toEqual({ botDayBudget: 9 })
  expect(operatorLimits(config)).not.toHaveProperty('botDayBudget')
})

it('no budget applies unless it is set', () => {
  expect(operatorLimits(readConfig({}))).toEqual({ maxLength: 1000, queueSize: 50 })
  expect(operatorLimits(readConfig({ LECTOR_SERVER_DAY_BUDGET: '0', LECTOR_MEMBER_MONTH_BUDGET: '7' }))).toEqual({
    maxLength: 1000,
    queueSize: 50,
    serverDayBudget: 0,
    memberMonthBudget: 7,
  })
})

it('the defaults of servers are within the operator limits', () => {
  const { maxLength, queueSize } = operatorLimits(readConfig({}))
  expect(GUILD_RULES.maxLength.default).toBeLessThanOrEqual(maxLength)
  expect(GUILD_RULES.queueSize.default).toBeLessThanOrEqual(queueSize)
})
