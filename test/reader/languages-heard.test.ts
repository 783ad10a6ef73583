import { expect, it } from 'vitest'
import { LanguagesHeard } from '../../src/reader/languages-heard.ts'

const writing = (message: string, author = 'mia', channel = 'general') => ({ message, guild: '1', channel, author })

it('languages are kept for authors and channels, the latest eight of an author', () => {
  const heard = new LanguagesHeard()
  for (let message = 0; message < 6; message++) heard.heard(writing(`${message}`), 'de')
  for (let message = 6; message < 11; message++) heard.heard(writing(`${message}`), 'en')
  heard.heard(writing('x', 'tom'), 'fr')
  const { author, channel, fallback } = heard.expected(writing('y'), 'it')
  expect(fallback).toBe('it')
  expect(author).toEqual(
    new Map([
      ['de', 3],
      ['en', 5],
    ]),
  )
  expect(channel).toEqual(
    new Map([
      ['de', 6],
      ['en', 5],
      ['fr', 1],
    ]),
  )
})

it('a message that is edited counts once, as what it is now', () => {
  const heard = new LanguagesHeard()
  heard.heard(writing('1'), 'de')
  heard.heard(writing('1'), 'en')
  expect(heard.expected(writing('2'), 'it').author).toEqual(new Map([['en', 1]]))
})

it('another server and another channel know nothing of it', () => {
  const heard = new LanguagesHeard()
  heard.heard(writing('1'), 'de')
  expect(heard.expected({ ...writing('2'), guild: '2' }, 'en').author).toEqual(new Map())
  expect(heard.expected(writing('2', 'tom', 'other'), 'en')).toMatchObject({ author: new Map(), channel: new Map() })
})

it('a language outside the ten is not expected', () => {
  const heard = new LanguagesHeard()
  heard.heard(writing('1'), 'auto')
  expect(heard.expected(writing('2'), 'en').author).toEqual(new Map())
})

it('authors beyond ten thousand are forgotten, oldest first', () => {
  const heard = new LanguagesHeard()
  for (let number = 0; number < 10_001; number++)
    heard.heard(writing('1', `author ${number}`, `channel ${number}`), 'de')
  expect(heard.expected(writing('2', 'author 0'), 'en').author).toEqual(new Map())
  expect(heard.expected(writing('2', 'author 10000'), 'en').author).toEqual(new Map([['de', 1]]))
})
