import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Typed, typedText } from '../../src/reader/typed-text.ts'
import { openSqlite, type SqliteStore } from '../../src/settings/open-sqlite.ts'
import { snapshotOf } from '../../src/settings/snapshot.ts'
import { NO_LOOKUPS } from '../../src/text/message.ts'
import { GUILD, MIA, TOM } from '../support/incoming.ts'
import { turnedClock } from '../support/turned-clock.ts'

let directory: string
let settings: SqliteStore
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lector-typed-'))
  settings = await openSqlite(directory, turnedClock)
  const word = { kind: 'literal', wholeWord: true, matchCase: false } as const
  await settings.words.put({ guild: GUILD }, { ...word, pattern: 'gg', replacement: "the server's" })
  await settings.words.put({ guild: GUILD }, { ...word, pattern: 'wp', replacement: 'well played' })
  await settings.words.put({ guild: GUILD, user: MIA.id }, { ...word, pattern: 'gg', replacement: "Mia's" })
})
afterAll(async () => {
  await settings.close()
  await rm(directory, { recursive: true, force: true })
})

const operator = { voiceFor: () => 'Cherry', engine: 'local' }

async function spoken(text: string, { user = MIA.id, ...more }: Partial<Typed & { user: string }> = {}, limit = 100) {
  const snapshot = await snapshotOf(settings, operator, { guild: GUILD, user })
  return typedText({ guild: GUILD, text, lookups: NO_LOOKUPS, at: 0, ...more }, limit, snapshot, settings)
}

it('the words of the person come before those of the server', async () => {
  expect(await spoken('gg wp')).toBe("Mia's well played")
  expect(await spoken('gg wp', { user: TOM.id })).toBe("the server's well played")
})

it('somebody who is mentioned is called what they want to be called', async () => {
  const lookups = { ...NO_LOOKUPS, users: new Map([[TOM.id, 'Tom']]) }
  expect(await spoken(`hi <@${TOM.id}> and <@99>`, { lookups })).toBe('hi Tom and someone')
  await settings.members.update(GUILD, TOM.id, { name: 'Captain' })
  expect(await spoken(`hi <@${TOM.id}>`, { lookups })).toBe('hi Captain')
})

it('phrases are in the language that the server has for them, and times are told from when it was typed', async () => {
  await settings.guilds.update(GUILD, { announceLanguage: 'de' })
  expect(await spoken('😀 <t:7200:R>')).toMatch(/gesicht.*in 2 Stunden/i)
  await settings.guilds.update(GUILD, { announceLanguage: null })
})

it('the limit is the one of the command, not the one of messages', async () => {
  await settings.guilds.update(GUILD, { maxLength: 5 })
  expect(await spoken('one two three')).toBe('one two three')
  expect(await spoken('one two three', {}, 7)).toMatch(/^one two\b(?!.*three)/)
})

it.each(['', '   ', '**  **', '\u200b'])('%j is refused: nothing in it can be said', async (text) => {
  await expect(spoken(text)).rejects.toMatchObject({ code: 'text.empty' })
})
