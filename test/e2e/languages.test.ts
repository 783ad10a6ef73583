import { Locale } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { Stage } from '../support/stage.ts'

type Values = Readonly<Record<string, string | number | boolean>>

/** What each command is given. One that is missing here fails the first test. */
const CALLS: Readonly<Record<string, Values>> = {
  join: {},
  leave: {},
  say: { text: 'Hello there.' },
  skip: {},
  stop: {},
  doctor: {},
}

const paths = commands.flatMap((command) =>
  command.kind === 'chat' ? [command] : command.kind === 'group' ? [...command.subcommands] : [],
)

/** The least that a command takes: its required options, each with a value of its kind. */
function valuesFor(
  { path, options = [] }: (typeof paths)[number],
  ids: { text: string; role: string; person: string },
): Values {
  const given = CALLS[path]
  if (given) return given
  const value = ({ kind, name, choices, min }: (typeof options)[number]) => {
    if (kind === 'channel') return ids.text
    if (kind === 'role') return ids.role
    if (kind === 'user') return ids.person
    if (kind === 'boolean') return true
    if (kind === 'integer' || kind === 'number') return min ?? 1
    return choices?.[0] ?? (name === 'voice' ? 'Serena' : name === 'language' ? 'de' : 'calm')
  }
  const required = options.filter((option) => option.required && option.kind !== 'attachment')
  return Object.fromEntries(required.map((option) => [option.name, value(option)]))
}

describe('every command', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
  })
  afterAll(() => stage?.close())

  it('answers in English and in German, each in its own words', { timeout: 120_000 }, async () => {
    const { channels, guild, people } = stage.sandbox.fixture
    const ids = { text: channels.general.id, role: guild.id, person: people.tom.id }
    const same: string[] = []
    expect(paths.length).toBeGreaterThan(40)
    for (const command of paths) {
      if (command.options?.some(({ kind, required }) => kind === 'attachment' && required)) continue
      const values = valuesFor(command, ids)
      const english = await stage.command('mia', command.path, values, Locale.EnglishUS)
      const german = await stage.command('mia', command.path, values, Locale.German)
      expect(english.original?.content, command.path).toBeTruthy()
      if (german.original?.content === english.original?.content) same.push(command.path)
    }
    expect(same).toEqual([])
  })
})
