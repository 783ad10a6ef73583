import { describe, expect, it } from 'vitest'
import { spokenName } from '../../src/text/names.ts'
import { contextIn } from './tables.ts'

const names: readonly (readonly [string | undefined, string])[] = [
  ['Mia', 'Mia'],
  ['Anne-Marie', 'Anne-Marie'],
  ["O'Neil", "O'Neil"],
  ['J. R.', 'J. R.'],
  ['Tom_B', 'Tom B'],
  ['🔥 Mia 🔥', 'Mia'],
  ['꧁✨༺Luna༻✨꧂', 'Luna'],
  ['𝕷𝖚𝖓𝖆', 'Luna'],
  ['ʟᴜɴᴀ', 'luna'],
  ['L̷̢u̴̧n̵̨a̶̡', 'Luna'],
  ['💬│general-chat', 'general-chat'],
  ['🔥', 'fire'],
  ['🔥🔥', '2 times fire'],
  ['(◕‿◕)', 'smiling face with smiling eyes'],
  ['<@1>', '1'],
  ['||Mia||', 'Mia'],
  ['**Mia** [AFK]', 'Mia AFK'],
  ['kubectl', 'cube control'],
  ['XP', 'XP'],
  ['QQ', 'QQ'],
  ['brb', 'brb'],
  ['🅼🅸🅰', 'MIA'],
  ['🅰️lex', 'Alex'],
  ['🅜🅘🅐', 'MIA'],
  ['ℳ𝒾𝒶', 'Mia'],
  ['Kai-Uwe', 'Kai-Uwe'],
  ['Miaaaaaaaaa', 'Miaaa'],
  ['张伟', '张伟'],
  ['さくら', 'さくら'],
  ['Иван', 'Иван'],
  ['', 'someone'],
  [undefined, 'someone'],
  ['\u200b\u3164', 'someone'],
  ['....', 'someone'],
  ['x '.repeat(50), 'x x x'],
]

describe('a name is spoken without its ornaments', () => {
  it.each(names)('%j as "%s"', (name, expected) => {
    expect(spokenName(name, contextIn('en'), 'someone')).toBe(expected)
  })
})

it('a name is at most 40 graphemes long', () => {
  const name = spokenName('The quick brown fox jumps over the lazy dog again and again', contextIn('en'), 'someone')
  expect(name).toBe('The quick brown fox jumps over the lazy')
})

it('a name of emoji is spoken even where emoji in messages are silent', () => {
  expect(spokenName('🔥', contextIn('de', { emoji: 'silent' }), 'jemand')).toBe('Feuer')
})
