import { describe, expect, it } from 'vitest'
import { splitText } from '../../src/text/sentences.ts'
import { seeded } from './random.ts'

const length = (text: string) => text.length
const split = (text: string, limit: number, firstLimit?: number) =>
  splitText(text, { limit, measure: length, ...(firstLimit === undefined ? {} : { firstLimit }) })

describe('a text is parted', () => {
  it.each<[string, string, number, string[]]>([
    ['not at all if it fits', 'One. Two. Three.', 20, ['One. Two. Three.']],
    ['at sentences, as many together as fit', 'One. Two. Three.', 10, ['One. Two.', 'Three.']],
    ['at clauses', 'Because it rained, we stayed at home.', 25, ['Because it rained,', 'we stayed at home.']],
    ['at spaces', 'alpha beta gamma delta', 12, ['alpha beta', 'gamma delta']],
    ['inside a long word only as a last resort', 'abcdefghij klm', 4, ['abcd', 'efgh', 'ij', 'klm']],
    ['in English', 'Dr. Smith paid 3.50 to Mr. Jones. He left.', 40, ['Dr. Smith paid 3.50 to Mr. Jones.', 'He left.']],
    ['in German', 'Am 3. Mai kam Prof. Ott. Danach z. B. Eva.', 30, ['Am 3. Mai kam Prof. Ott.', 'Danach z. B. Eva.']],
    ['in French', "M. Dupont est là. C'est bien.", 22, ['M. Dupont est là.', "C'est bien."]],
    ['in Spanish', '¿Qué tal? ¡Muy bien, Sr. García!', 25, ['¿Qué tal?', '¡Muy bien, Sr. García!']],
    ['in Italian', 'Il Sig. Rossi parte. Torna lunedì.', 24, ['Il Sig. Rossi parte.', 'Torna lunedì.']],
    ['in Portuguese', 'A Dra. Silva chegou. Vamos já.', 22, ['A Dra. Silva chegou.', 'Vamos já.']],
    ['in Russian', 'Он живёт на ул. Ленина. Это близко.', 26, ['Он живёт на ул. Ленина.', 'Это близко.']],
    ['in Chinese', '今天很好。我们走吧！好吗？', 7, ['今天很好。', '我们走吧！', '好吗？']],
    ['in Chinese clauses', '如果明天下雨，我们就不去了', 8, ['如果明天下雨，', '我们就不去了']],
    ['in Japanese', '楽しかった。また遊ぼう！', 7, ['楽しかった。', 'また遊ぼう！']],
    ['in Korean', '안녕하세요. 반갑습니다!', 8, ['안녕하세요.', '반갑습니다!']],
    ['in Thai', 'สวัสดีครับ วันนี้อากาศดี', 15, ['สวัสดีครับ', 'วันนี้อากาศดี']],
    ['between the words of Chinese', '我喜欢苹果和香蕉', 5, ['我喜欢苹果', '和香蕉']],
    [
      'not inside an address',
      'See https://example.org/a.b?c=d. Then go on.',
      34,
      ['See https://example.org/a.b?c=d.', 'Then go on.'],
    ],
    ['behind an ellipsis', 'Well… Then we go on.', 16, ['Well…', 'Then we go on.']],
    ['not within a number', 'It is 1,234.56 or so.', 14, ['It is 1,234.56', 'or so.']],
    ['never into nothing', ' \n\t ', 5, []],
  ])('%s', (_, text, limit, expected) => {
    expect(split(text, limit)).toEqual(expected)
  })
})

describe('the first piece', () => {
  it('is short, so that sound starts early', () => {
    expect(split('Hello there, my friend. How are you today? Fine.', 100, 25)).toEqual([
      'Hello there, my friend.',
      'How are you today? Fine.',
    ])
    expect(split('Hello there, my dear old friend. How are you?', 100, 20)).toEqual([
      'Hello there,',
      'my dear old friend. How are you?',
    ])
  })

  it('is not torn out of a clause', () => {
    const text = 'A sentence without any pause in it at all. The end.'
    expect(split(text, 100, 10)).toEqual([text])
  })
})

it('the limit is in the measure of the caller', () => {
  const bytes = (text: string) => Buffer.byteLength(text)
  const pieces = splitText('你好世界你好世界', { limit: 12, measure: bytes })
  expect(pieces).toEqual(['你好世界', '你好世界'])
})

it('a sign of several code points stays whole if it can', () => {
  expect(split('👨‍👩‍👧👨‍👩‍👧', 8)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧'])
  expect(split('👨‍👩‍👧', 3).join('')).toBe('👨‍👩‍👧')
})

it('whatever the text, limit and measure: nothing is lost, every piece fits, and it ends', () => {
  const random = seeded(42)
  const measures = [length, (text: string) => Buffer.byteLength(text), (text: string) => [...text].length * 2]
  const alphabet = [
    ...[
      'a',
      'B',
      'é',
      'я',
      '字',
      '。',
      '、',
      'か',
      '한',
      'ก',
      ' ',
      ' ',
      ' ',
      '\n',
      '. ',
      ', ',
      '! ',
      '…',
      '1',
      '3.5',
      '"',
      ')',
    ],
    ...[
      '😀',
      '👨‍👩‍👧',
      '🇩🇪',
      '\u0301',
      '\u200d',
      '\ufe0f',
      '\uD800',
      '\uDC00',
      'Dr. ',
      'https://a.b/c ',
      '\u00a0',
      '\u3000',
    ],
  ]
  for (let round = 0; round < 1000; round++) {
    const text = Array.from({ length: random.below(120) }, () => random.of(alphabet)).join('')
    const measure = random.of(measures)
    const limit = random.below(40)
    const pieces = splitText(text, { limit, measure, ...(random.below(2) ? { firstLimit: random.below(20) } : {}) })
    expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
    for (const piece of pieces) {
      expect(piece).toBe(piece.trim())
      expect(piece).not.toBe('')
      if ([...piece].length > 1) expect(measure(piece)).toBeLessThanOrEqual(limit)
    }
  }
})

it('a long text is measured in strides, not as a whole again and again', () => {
  let measured = 0
  const measure = (text: string) => {
    measured += text.length
    return text.length
  }
  for (const unit of ['word ', 'Sentence. ', '字', '…', 'a']) {
    measured = 0
    const text = unit.repeat(100_000 / unit.length)
    splitText(text, { limit: 500, measure, firstLimit: 50 })
    expect(measured, unit).toBeLessThan(40 * text.length)
  }
})
