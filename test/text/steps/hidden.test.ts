import { expect, it } from 'vitest'
import { seeded } from '../random.ts'
import { spoken } from '../tables.ts'

/** How Discord's clients read, one rule after the other at each place; only what decides about spoilers. */
const rules = {
  fence: /^```(?:[a-z0-9_+\-.#]+?\n)?\n*[^\n][\s\S]*?\n*```/i,
  escape: /^\\[^0-9A-Za-z\s]/,
  autolink: /^<[^: >]+:\/[^ >]+>/,
  url: /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/,
  masked:
    /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?(?:(?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/,
  spoiler: /^\|\|([\s\S]+?)\|\|/,
  code: /^(`+)[\s\S]*?[^`]\1(?!`)/,
  text: /^[\s\S]/,
}

function hiddenWords(text: string): string[] {
  const hidden: string[] = []
  for (let rest = text; rest !== ''; ) {
    const [name, found] = Object.entries(rules)
      .map(([name, rule]) => [name, rule.exec(rest)] as const)
      .find(([, found]) => found !== null)!
    if (name === 'spoiler') hidden.push(...wordsOf(found![1]!))
    if (name === 'masked') hidden.push(...hiddenWords(found![1]!))
    rest = rest.slice(found![0].length)
  }
  return hidden
}

const wordsOf = (text: string) => text.match(/secret\d+/g) ?? []

it('nothing that Discord hides is spoken, however bars, code, links and backslashes are mixed', () => {
  const random = seeded(17)
  const marks = [
    '||',
    '||',
    '||',
    '|',
    '`',
    '``',
    '```',
    '\\',
    'https://a.b/',
    'https://a.b/c ',
    '[',
    '](https://a.b)',
    ' ',
    '\n',
    '*',
    '<',
    '>',
  ]
  let hiding = 0
  for (let round = 0; round < 10_000; round++) {
    let count = 0
    const piece = () => (random.below(3) === 0 ? `secret${count++}q ` : random.of(marks))
    const text = Array.from({ length: 2 + random.below(14) }, piece).join('')
    const hidden = hiddenWords(text)
    if (hidden.length > 0) hiding++
    const heard = new Set(wordsOf(spoken('en', text)))
    expect(
      hidden.filter((word) => heard.has(word)),
      JSON.stringify(text),
    ).toEqual([])
  }
  expect(hiding).toBeGreaterThan(1000)
})

it('what is open stays audible in ordinary messages with spoilers', () => {
  expect(spoken('en', 'so ||he|| met ||her|| at `the end` of ||it|| all')).toBe(
    'so spoiler met spoiler at the end of spoiler all',
  )
  expect(spoken('en', '||https://a.b|| or ||https://c.d|| here')).toBe('spoiler or spoiler here')
})
