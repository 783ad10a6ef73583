import { expect, it } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { SLOT } from '../../src/text/slots.ts'
import { speakableText } from '../../src/text/speakable.ts'
import { seeded } from './random.ts'
import { contextIn, lookups } from './tables.ts'

const MESSAGES = 1000
const ID = '123456789012345678'
const SECRET = 'xyzzysecret'

/** What people have thrown at narrators, and what patterns choke on. */
const bait = [
  ...['||', '|', '`', '``', '```', '\\', '*', '**', '_', '__', '~~', '# ', '> ', '>>> ', '- ', '-# ', '| a |', '|---|'],
  ...[
    '<',
    '<@',
    `<@${ID}>`,
    `<@!${ID}>`,
    `<@&${ID}>`,
    `<#${ID}>`,
    '<:a:',
    `<:a:${ID}>`,
    '<t:1',
    '<t:1700000000:R>',
    `</x:${ID}>`,
  ],
  ...['[', ']', '](', '[a](', '[a](http://', '[a](https://example.org/x)', '(', ')', '((', 'http://', 'https://a.b/c '],
  ...['www.', 'a://', ':', ':a:', ':joy:', ':)', '(・ω・)', '¯\\_(ツ)_/¯', '@everyone', '@', '#', '{', '$', '"', "'"],
  ...['a', 'aa ', 'ha', 'go ', 'word ', 'Dr. ', '1', '1.', '…', '!', '?!', '\n', '\n\n', ' ', '\t', '\r\n', '\u00a0'],
  ...[
    '😀',
    '👨‍👩‍👧',
    '👍🏽',
    '🇩🇪',
    '🇩',
    '❤️',
    '\u200d',
    '\ufe0f',
    '🏴\u{E0067}',
    '\u0301',
    'a\u0301\u0302\u0303',
    '\u0336',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\u{F0000}',
    '\uE000',
    '\uD800',
    '\u0000',
    '字',
    '。',
    'ー',
    'w',
    'ㅋ',
    'ก',
    'ש',
    'مرحبا ',
    '<b>',
  ],
]

/** Messages of up to 4,000 characters: floods of one thing, of two in turn, and mixtures with well-formed secrets. */
function hostileMessages(): string[] {
  const random = seeded(7)
  const any = () => random.of(bait)
  const shapes = [
    () => any().repeat(4000),
    () => (any() + any()).repeat(2000),
    () => any().repeat(2000) + any() + any().repeat(2000),
    () => Array.from({ length: 1 + random.below(600) }, any).join(''),
  ]
  return Array.from({ length: MESSAGES }, () => whole(random.of(shapes)().slice(0, 4000)))
}

/** Discord refuses what is too long; it does not cut a mention in two. */
function whole(text: string): string {
  return text.replace(/<[^<>]*\d$/, '')
}

it('a thousand hostile messages take less than 5 ms each on average, and none throws', { timeout: 60_000 }, () => {
  const messages = hostileMessages()
  const contexts = LANGUAGES.map(({ code }) => contextIn(code))
  for (const message of messages.slice(0, 50))
    for (const context of contexts) speakableText(message.slice(0, 200), lookups, context)
  const before = process.cpuUsage()
  for (const [index, message] of messages.entries()) speakableText(message, lookups, contexts[index % contexts.length]!)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000 / MESSAGES).toBeLessThan(5 * 3)
})

it('no message of 2,000 characters takes more than 5 ms at the best of seven tries', { timeout: 120_000 }, () => {
  const contexts = LANGUAGES.map(({ code }) => contextIn(code))
  const floods = [
    ...bait,
    ...['「', '“„', '«', '(・ω・)', '(´・ω・`)', 'ㅋㅠ', '漢字(', '《', '&#39;', 'brb ', 'a@b.', '2**', ':D', '🅰'],
  ]
  const messages = floods.map((unit) => unit.repeat(2000).slice(0, 2000))
  for (const [index, message] of [...messages, ...hostileMessages().slice(0, 200)].entries()) {
    const context = contexts[index % contexts.length]!
    const took = Array.from({ length: 7 }, () => {
      const before = performance.now()
      speakableText(message.slice(0, 2000), lookups, context)
      return performance.now() - before
    })
    expect(Math.min(...took), JSON.stringify(message.slice(0, 40))).toBeLessThan(5)
  }
})

it('no flood makes a message eight times as long take much more than eight times as long', { timeout: 60_000 }, () => {
  const context = contextIn('en')
  const took = (text: string) => {
    const runs = Array.from({ length: 2 }, () => {
      const before = process.cpuUsage()
      speakableText(text, lookups, context)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    return Math.min(...runs)
  }
  for (const unit of bait) {
    const short = took(`${unit.repeat(2000).slice(0, 2000)} x`)
    const long = took(`${unit.repeat(16_000).slice(0, 16_000)} x`)
    // Quadratic time would be 64 times as long; the constant forgives a machine that others use too.
    expect(long, JSON.stringify(unit)).toBeLessThan(30 * short + 40)
  }
})

it('no slot, id or raw markup is left in what is spoken', () => {
  const slot = new RegExp(`[${SLOT}]`, 'u')
  hostileMessages().forEach((message, index) => {
    const result = speakableText(message, lookups, contextIn(LANGUAGES[index % LANGUAGES.length]!.code))
    if (result.kind === 'empty') return
    expect(result.text).not.toMatch(slot)
    expect(result.text).not.toMatch(/123456789|1700000000|`|\||\*\*|~~/u)
    expect(result.text).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}\u200b\u202e]|^\s|\s$|\s\s/u)
    expect(result.words).not.toMatch(slot)
  })
})

it('what stands between spoiler bars is never spoken, whatever surrounds it', () => {
  const random = seeded(11)
  // Bars and escapes around a spoiler would make it none; backticks would make it code.
  const around = bait.filter((piece) => !/[|\\`]/.test(piece) && !piece.includes('http') && !piece.includes('['))
  for (let round = 0; round < MESSAGES; round++) {
    const pieces = Array.from({ length: 1 + random.below(30) }, () => random.of(around))
    const hidden = Array.from({ length: 1 + random.below(4) }, () => {
      const inside = Array.from({ length: random.below(5) }, () => random.of(around)).join('')
      return `||${inside}${SECRET}${inside}||`
    })
    for (const spoiler of hidden) pieces.splice(random.below(pieces.length + 1), 0, spoiler)
    const result = speakableText(pieces.join(''), lookups, contextIn(random.of(LANGUAGES).code))
    expect(JSON.stringify(result), JSON.stringify(pieces)).not.toContain(SECRET)
  }
})

it('spoilers beside links, code and other bars are hidden as Discord hides them', () => {
  const random = seeded(13)
  const around = [
    'https://example.org ',
    '[a](https://example.org)',
    '`code`',
    '```code```',
    '**',
    'word ',
    '<@1>',
    '\\*',
    '`',
    ' ',
  ]
  for (let round = 0; round < MESSAGES; round++) {
    const before = Array.from({ length: random.below(4) }, () => random.of(around)).join('')
    const after = Array.from({ length: random.below(4) }, () => random.of(around)).join('')
    // A backtick that is still open when the spoiler begins would make code of it: that is announced as code.
    const text = `${before}||${SECRET} ${random.of(around)}|| ${after}`
    const result = speakableText(text, lookups, contextIn('en'))
    expect(JSON.stringify(result), text).not.toContain(SECRET)
  }
})
