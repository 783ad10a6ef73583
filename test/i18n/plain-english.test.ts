import { expect, it } from 'vitest'
import { rendered, textsOf } from './texts.ts'

/** Words that nobody writes in a chat. Use the plain word: fix, wants, everyone, applies, removed, can't. */
const STILTED: readonly RegExp[] = [
  /\banew\b/i,
  /\bmend(s|ed|ing)?\b/i,
  /\bheed(s|ed)?\b/i,
  /\bwish(es|ed)? for\b/i,
  /\bwhoever\b|\bsomebody\b|\beverybody\b/i,
  /\bno such\b|\bso many\b|\bthe other one\b/i,
  /\b(this|that|what) holds\b|\bholds (here|for|now)\b/i,
  /\bstands?( in)?\b/i,
  /\bI may( not)?\b/,
  /\bfound out by itself\b|\bby itself\b/i,
  /\bis gone\b/i,
]

const texts = [...rendered(textsOf('en'))]

it.each(STILTED.map((pattern) => [pattern]))('English texts do without %s', (pattern) => {
  const stilted = texts.filter(([, text]) => pattern.test(text))
  expect(stilted.map(([path, text]) => `${path}: ${text}`)).toEqual([])
})

it('English texts have straight apostrophes', () => {
  expect(texts.filter(([, text]) => /’/u.test(text))).toEqual([])
})
