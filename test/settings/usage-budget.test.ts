import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSettings } from '../../src/settings/open.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import { usageBudget } from '../../src/settings/usage-budget.ts'
import type { Budget } from '../../src/speech/stack/budgeted.ts'
import { scriptedEngine, tones, tonesOf } from '../support/scripted-engine.ts'
import { speakWhole } from '../support/speech.ts'
import { budgeted } from '../support/stages.ts'

const guildId = '1001'
const speaker = '2002'
let directory: string
let store: SettingsStore

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lector-budget-'))
  store = await openSettings({ directory })
})
afterEach(async () => {
  await store.close()
  await rm(directory, { recursive: true })
})

it('counts what was billed for the server and the member', async () => {
  const engine = budgeted(scriptedEngine('dashscope', tones), usageBudget(store))
  await speakWhole(engine, { text: '你好 there', guildId, speaker })
  await engine.close()
  expect(await store.usage.read(guildId, speaker)).toEqual({
    'server-month': 10,
    'server-day': 10,
    'member-month': 10,
    'member-day': 10,
  })
})

it('lets the server decide what happens when its budget is used up', async () => {
  await store.guilds.update(guildId, { serverDayBudget: 15 })
  const free = scriptedEngine('local', tonesOf('local'))
  const engine = budgeted(scriptedEngine('dashscope', tones), usageBudget(store), free)
  const say = () => speakWhole(engine, { text: 'Ten chars.', guildId, speaker })
  expect((await say()).receipt?.engine).toBe('dashscope')
  expect((await say()).receipt?.engine).toBe('local')
  await store.guilds.update(guildId, { atBudget: 'stop' })
  await expect(say()).rejects.toMatchObject({ code: 'speech.budget', params: { scope: 'server-day', cap: 15 } })
})

it('applies the operator’s caps to servers without their own', async () => {
  const budget = usageBudget(store, { memberDayBudget: 5 })
  expect(await budget.reserve({ guildId, speaker }, 6)).toMatchObject({ granted: false, scope: 'member-day', cap: 5 })
})

it('applies a cap to all servers together, corrected by the bill', async () => {
  const budget = usageBudget(store, { botDayBudget: 20 })
  const first = await budget.reserve({ guildId, speaker }, 15)
  expect(first).toMatchObject({ granted: true })
  const other = { guildId: '1002', speaker: '2003' }
  const refused = { granted: false, scope: 'bot-day', used: 15, cap: 20 }
  expect(await budget.reserve(other, 6)).toMatchObject(refused)
  expect(await budget.reserve({ guildId: '1002' }, 6)).toMatchObject(refused)
  expect(await store.usage.read('1002', '2003')).toMatchObject({ 'server-day': 0, 'member-day': 0 })
  if (first.granted) await budget.settle(first.reservation, 10)
  expect(await budget.reserve(other, 6)).toMatchObject({ granted: true })
  expect(await store.usage.read(guildId, speaker)).toMatchObject({ 'server-day': 10 })
  expect(await usageBudget(store, { botMonthBudget: 0 }).reserve(other, 1)).toMatchObject({ scope: 'bot-month' })
})

it('counts announcements for the server only', async () => {
  const budget = usageBudget(store, { memberDayBudget: 5, serverDayBudget: 20 })
  expect(await budget.reserve({ guildId }, 12)).toMatchObject({ granted: true })
  expect(await budget.reserve({ guildId }, 12)).toMatchObject({ granted: false, scope: 'server-day' })
})

it('does not wait for the database without a cap, and counts what was billed', async () => {
  const { reserve } = store.usage
  let asked = 0
  store.usage.reserve = (...arguments_) => {
    asked += 1
    return reserve.apply(store.usage, arguments_)
  }
  const budget = usageBudget(store)
  const grant = await budget.reserve({ guildId, speaker }, 15)
  expect([grant.granted, asked]).toEqual([true, 0])
  if (grant.granted) await budget.settle(grant.reservation, 12)
  expect(await store.usage.read(guildId, speaker)).toMatchObject({ 'server-day': 12, 'member-day': 12 })
  const refused = await budget.reserve({ guildId, speaker }, 3)
  if (refused.granted) await budget.settle(refused.reservation, 0)
  expect(asked).toBe(1)
})

it('grants while the database cannot be written, unless there is a cap', async () => {
  const holder = new DatabaseSync(join(directory, 'lector.db'))
  holder.exec('begin immediate')
  expect(await usageBudget(store).reserve({ guildId, speaker }, 6)).toMatchObject({ granted: true })
  const capped = usageBudget(store, { serverMonthBudget: 100 }).reserve({ guildId, speaker }, 6)
  await expect(capped).rejects.toMatchObject({ code: 'settings.not-saved' })
  holder.close()
})

it('does not count speech outside of servers', async () => {
  const budget: Budget<unknown> = usageBudget(store, { serverDayBudget: 1 })
  const engine = budgeted(scriptedEngine('dashscope', tones), budget)
  expect((await speakWhole(engine, { text: 'Hello there' })).receipt).toBeDefined()
})
