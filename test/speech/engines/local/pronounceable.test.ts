import { describe, expect, it } from 'vitest'
import { toPronounceable } from '../../../../src/speech/engines/local/pronounceable.ts'

describe('toPronounceable', () => {
  it.each([
    ['café naïve Łódź straße', 'cafe naive Lodz strasse'],
    ['ｆｕｌｌ ｗｉｄｔｈ，yes！', 'full width,yes!'],
    ['“It’s” — done…', '"It\'s" , done...'],
    ['zero\u200bwidth and soft\u00adhyphen', 'zerowidth and softhyphen'],
    ['one\u0000two\u0007three\ttabs', 'one two three tabs'],
    ['nice 🎉👩‍👩‍👧 work 👍🏽', 'nice work'],
    ['half a \ud83d surrogate', 'half a surrogate'],
    ['it costs €5 or 7°', 'it costs 5 euros or 7 degrees'],
    ['𝓯𝓪𝓷𝓬𝔂 letters', 'fancy letters'],
    ['two\nlines', 'two\nlines'],
  ])('folds %j', (text, folded) => {
    expect(toPronounceable(text)).toBe(folded)
  })

  it.each([
    '你好',
    'Привет',
    'こんにちは',
    '안녕',
    'hello 你好 world',
    'I said привет to him',
    '🎉',
    '...',
    '—',
    '\u0000',
    '\u0301',
    '\ud83d',
  ])('refuses %j', (text) => {
    expect(toPronounceable(text)).toBeUndefined()
  })

  it('lets a foreign name in a longer sentence go missing', () => {
    expect(toPronounceable('Please tell 田中 that the meeting was moved to nine')).toBe(
      'Please tell that the meeting was moved to nine',
    )
  })

  it('gives ASCII or nothing, whatever comes', () => {
    let state = 7
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    for (let i = 0; i < 2_000; i++) {
      const text = Array.from({ length: 12 }, () =>
        random() < 0.7 ? String.fromCharCode(97 + random() * 26) : String.fromCodePoint(Math.floor(random() * 0x30000)),
      ).join('')
      expect(toPronounceable(text) ?? 'none').toMatch(/^[\n\x20-\x7e]+$/)
    }
  })
})
