import { describe, expect, test } from 'vitest'
import { type CommandBody, commandErrors, countErrors } from '../../src/commands/command-rules.ts'

const option = (name: string, more = {}) => ({ type: 3, name, description: 'Words', ...more })
const command = (more: object): CommandBody => ({ name: 'say', description: 'Speaks', ...more }) as CommandBody
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

describe('a command is refused when', () => {
  test.each<[claim: string, command: CommandBody, path: string]>([
    ['its name has capitals', command({ name: 'Say' }), 'name'],
    ['its name has spaces', command({ name: 'say it' }), 'name'],
    ['its name is too long', command({ name: 'x'.repeat(33) }), 'name'],
    ['it has no description', command({ description: undefined }), 'description'],
    ['its description is too long', command({ description: 'x'.repeat(101) }), 'description'],
    ['a translated name has capitals', command({ name_localizations: { de: 'Sag' } }), 'name_localizations.de'],
    [
      'a translated description is too long',
      command({ description_localizations: { ja: 'あ'.repeat(101) } }),
      'description_localizations.ja',
    ],
    ['a locale does not exist', command({ name_localizations: { xx: 'say' } }), 'name_localizations.xx'],
    ['it has 26 options', command({ options: many(26, (index) => option(`o${index}`)) }), 'options'],
    ['two options have one name', command({ options: [option('a'), option('a')] }), 'options'],
    ['a required option comes late', command({ options: [option('a'), option('b', { required: true })] }), 'options.1'],
    [
      'an option in a subcommand has no good name',
      command({ options: [option('set', { type: 1, options: [option('Bad')] })] }),
      'options.0.options.0.name',
    ],
    [
      'an option has 26 choices',
      command({ options: [option('a', { choices: many(26, (i) => ({ name: `${i}`, value: `${i}` })) })] }),
      'options.0.choices',
    ],
    [
      'choices stand beside autocomplete',
      command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
      'options.0.choices',
    ],
    [
      'all its words together are too many',
      command({
        options: many(4, (index) =>
          option(`o${index}`, { choices: many(25, (i) => ({ name: `${i}`.padEnd(80, 'x'), value: `${i}` })) }),
        ),
      }),
      'name',
    ],
  ])('%s', (_claim, given, path) => {
    expect(commandErrors(given).map((error) => error.path)).toEqual([path])
  })
})

test.each(['say', 'привет', '読む', 'ลอง', 'आवाज़', 'a-b_c'])('"%s" is a good name', (name) => {
  expect(commandErrors(command({ name }))).toEqual([])
})

test('context menus may have spaces and capitals, and no description', () => {
  expect(commandErrors({ type: 3, name: 'Read aloud' })).toEqual([])
})

test('the 101st slash command and the 16th context menu are one too many', () => {
  const slash = many(100, (index) => command({ name: `c${index}` }))
  const menus = many(15, (index): CommandBody => ({ type: 3, name: `m${index}` }))
  expect(countErrors([...slash, ...menus])).toEqual([])
  expect(countErrors([...slash, ...menus, command({})])).toHaveLength(1)
  expect(countErrors([...slash, ...menus, { type: 3, name: 'm' }])).toHaveLength(1)
})
