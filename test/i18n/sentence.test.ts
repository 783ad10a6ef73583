import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../src/i18n/catalogues.ts'
import { errorSentence } from '../../src/i18n/sentence.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'

const en = catalogueOf('en')

describe.each(LANGUAGES)('an error in $name', ({ code }) => {
  const texts = catalogueOf(code)

  it('is a sentence with the facts of the error, without its message', () => {
    const error = new LectorError('voice.channel-full', { channel: 'lounge', limit: 17 }, 'internal words')
    const sentence = errorSentence(error, texts)
    expect(sentence).toContain('lounge')
    expect(sentence).toContain('17')
    expect(sentence).not.toContain('internal words')
  })

  it('names the id of a bug in the log', () => {
    expect(errorSentence(new TypeError('x is undefined'), texts, 'a1b2')).toContain('a1b2')
    expect(errorSentence('thrown text', texts, 'a1b2')).toContain('a1b2')
    expect(errorSentence(new TypeError('x is undefined'), texts, 'a1b2')).not.toContain('undefined')
  })
})

describe('errorSentence', () => {
  it('has a different sentence for each code', () => {
    const sentences = [
      new LectorError('speech.auth', { engine: 'dashscope' }, ''),
      new LectorError('speech.network', { engine: 'dashscope' }, ''),
      new LectorError('voice.queue-full', { limit: 3 }, ''),
      new Error('defect'),
    ].map((error) => errorSentence(error, en))
    expect(new Set(sentences).size).toBe(4)
  })
})
