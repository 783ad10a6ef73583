import { describe, expect, it } from 'vitest'
import { emoji } from './data/emoji.ts'
import { letters } from './data/letters.ts'
import { links } from './data/links.ts'
import { markdown } from './data/markdown.ts'
import { mentions } from './data/mentions.ts'
import { secrets } from './data/secrets.ts'
import { words } from './data/words.ts'
import { spoken } from './tables.ts'

describe.each(Object.entries({ secrets, emoji, mentions, links, markdown, letters, words }))('%s', (_, rows) => {
  for (const [language, written, expected, wishes] of rows) {
    it(`${language}: ${JSON.stringify(written)} is spoken as "${expected}"`, () => {
      expect(spoken(language, written, wishes)).toBe(expected)
    })
  }
})

it('the tables hold at least 300 messages in all ten languages', () => {
  const rows = [secrets, emoji, mentions, links, markdown, letters, words].flat()
  expect(rows.length).toBeGreaterThanOrEqual(300)
  expect(new Set(rows.map(([language]) => language)).size).toBe(10)
})
