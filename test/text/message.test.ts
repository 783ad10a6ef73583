import { describe, expect, it } from 'vitest'
import type { LanguageCode } from '../../src/kernel/languages.ts'
import type { SpeakContext } from '../../src/text/context.ts'
import type { Attachment, Message } from '../../src/text/message.ts'
import { speakable } from '../../src/text/speakable.ts'
import { contextIn, lookups, said } from './tables.ts'

const image: Attachment = { kind: 'image', name: 'IMG_1234.png' }

function read(message: Partial<Message>, language: LanguageCode = 'en', wishes: Partial<SpeakContext> = {}): string {
  return said(
    speakable({ content: '', author: 'Mia', lookups, ...message }, contextIn(language, { announce: true, ...wishes })),
  )
}

describe('the speaker', () => {
  it.each([
    ['en', 'Mia says: hi'],
    ['de', 'Mia sagt: hi'],
    ['fr', 'Mia dit : hi'],
    ['es', 'Mia dice: hi'],
    ['it', 'Mia dice: hi'],
    ['pt', 'Mia diz: hi'],
    ['ru', 'Mia говорит: hi'],
    ['zh', 'Mia说：hi'],
    ['ja', 'Miaさん：hi'],
    ['ko', 'Mia 님: hi'],
  ] as const)('is announced in %s', (language, expected) => {
    expect(read({ content: 'hi' }, language)).toBe(expected)
  })

  it('is named with whom they answer', () => {
    expect(read({ content: 'yes', answering: '🔥 Tom' })).toBe('Mia, answering Tom: yes')
  })

  it('sends what has no words', () => {
    expect(read({ attachments: [image] })).toBe('Mia sends: image')
  })

  it('has a stand-in when the name cannot be spoken', () => {
    expect(read({ content: 'hi', author: '\u3164' })).toBe('someone says: hi')
  })

  it('is left out when nobody needs to be told', () => {
    expect(read({ content: 'hi' }, 'en', { announce: false })).toBe('hi')
  })

  it('is not announced for a message of which nothing can be said', () => {
    expect(read({ content: '\u200b' })).toBe('empty')
  })
})

describe('what hangs on a message comes after its words', () => {
  it.each<[string, Partial<Message>, string]>([
    ['one image', { content: 'look', attachments: [image] }, 'look. image'],
    ['three images', { attachments: [image, image, image] }, '3 images'],
    ['several kinds', { attachments: [image, { kind: 'video', name: 'a.mp4' }, image] }, '2 images. video'],
    [
      'a voice message',
      { attachments: [{ kind: 'voice-message', name: 'v.ogg', durationMs: 12_300 }] },
      'voice message, 12 seconds',
    ],
    [
      'a long one',
      { attachments: [{ kind: 'voice-message', name: 'v.ogg', durationMs: 125_000 }] },
      'voice message, 2 minutes',
    ],
    ['one of unknown length', { attachments: [{ kind: 'voice-message', name: 'v.ogg' }] }, 'voice message'],
    ['a file people named', { attachments: [{ kind: 'file', name: 'meeting_notes.pdf' }] }, 'file meeting notes'],
    ['a file nobody named', { attachments: [{ kind: 'file', name: '8f14e45fceea167a.zip' }] }, 'file'],
    ['a hidden file', { attachments: [{ kind: 'file', name: 'ending.txt', spoiler: true }] }, 'file'],
    [
      'two files',
      {
        attachments: [
          { kind: 'file', name: 'one.txt' },
          { kind: 'file', name: 'two.txt' },
        ],
      },
      '2 files',
    ],
    ['music', { attachments: [{ kind: 'audio', name: 'song.mp3' }] }, 'audio file'],
    ['a sticker', { stickers: ['cool_cat'] }, 'sticker cool cat'],
    ['a sticker without a name', { stickers: ['~'] }, 'sticker'],
    [
      'a poll',
      { poll: { question: 'Lunch?', answers: ['🍕', 'Pasta', '**Salad**'] } },
      'poll: Lunch? options: pizza, Pasta, or Salad',
    ],
    [
      'a poll of words that are no faces and no shorthand',
      { poll: { question: 'XP or gold?', answers: ['XP', 'brb', 'QQ'] } },
      'poll: XP or gold? options: XP, brb, or QQ',
    ],
    ['a poll with secrets', { poll: { question: 'Is it ||Bob||?', answers: [] } }, 'poll: Is it spoiler?'],
    ['a poll without words', { poll: { question: 'Which?', answers: ['\u200b', '-'] } }, 'poll: Which? options: -'],
    ['an embed', { embeds: [{ title: 'Release **1.2**' }] }, 'preview: Release 1.2'],
    ['a forward', { forwards: [{ content: 'old ||x|| news', lookups }] }, 'forwarded: old spoiler news'],
    [
      'a forwarded image',
      { content: 'see', forwards: [{ content: '', lookups, attachments: [image] }] },
      'see. forwarded: image',
    ],
    ['words that end', { content: 'Look!', attachments: [image] }, 'Look! image'],
  ])('%s', (_, message, expected) => {
    expect(read(message, 'en', { announce: false })).toBe(expected)
  })

  it('in other languages too', () => {
    expect(read({ attachments: [image, image] }, 'de')).toBe('Mia schickt: 2 Bilder')
    expect(read({ attachments: Array(5).fill(image) }, 'ru')).toBe('Mia отправляет: 5 картинок')
    expect(read({ content: '看', attachments: [image, image] }, 'zh')).toBe('Mia说：看。2张图片')
    expect(read({ attachments: [image, image] }, 'ja')).toBe('Miaさんが送信：画像2枚')
  })
})

describe('the limit', () => {
  const sentences = 'This is a sentence of words. '.repeat(30)

  it('ends at a sentence and says so', () => {
    const text = read({ content: sentences }, 'en', { announce: false, limit: 100 })
    expect(text).toBe(`${'This is a sentence of words. '.repeat(3).trim()} and so on`)
  })

  it('ends at a word where there is no sentence', () => {
    const text = read({ content: 'alpha beta gamma delta epsilon' }, 'en', { announce: false, limit: 20 })
    expect(text).toBe('alpha beta gamma, and so on')
  })

  it('counts what people see: 100 Chinese signs are 100, one family is one', () => {
    expect(read({ content: '字一二三四五六七八九'.repeat(10) }, 'zh', { announce: false, limit: 100 })).not.toContain(
      '等等',
    )
    expect(read({ content: '字一二三四五六七八九'.repeat(10) }, 'zh', { announce: false, limit: 99 })).toContain(
      '，等等',
    )
  })

  it('never cuts before secrets are out', () => {
    const content = `${'word '.repeat(15)}||${'secret '.repeat(30)}||`
    expect(read({ content }, 'en', { announce: false, limit: 80 })).toBe('word word word spoiler')
  })

  it('is shared by the parts that have words', () => {
    const family = '👨‍👩‍👧'
    const message = { content: `${'字'.repeat(3)}`, forwards: [{ content: 'one two three four', lookups }] }
    const result = speakable({ author: 'Mia', lookups, ...message }, contextIn('en', { limit: 25 }))
    expect(said(result)).toBe('字字字. forwarded: one two, and so on')
    const named = { content: 'a', embeds: [{ title: family.repeat(40) }] }
    expect(read(named, 'en', { announce: false, limit: 10 })).toBe('a. preview: and so on')
  })

  it('leaves pictures, and drops further words', () => {
    const message = { content: sentences, attachments: [image], forwards: [{ content: sentences, lookups }] }
    const result = speakable({ author: 'Mia', lookups, ...message }, contextIn('en', { limit: 60 }))
    expect(result).toMatchObject({ kind: 'speech', cut: true })
    expect(said(result)).toBe('This is a sentence of words. This is a sentence of words. and so on. image')
  })
})

it("the writer's own words are told apart from phrases", () => {
  const result = speakable(
    { content: 'Das ist <@1> 😂 https://example.org ||x|| toll', author: 'Mia', lookups },
    contextIn('en', { announce: true }),
  )
  expect(result).toMatchObject({ words: 'Das ist toll', parts: [{ kind: 'speaker' }, { kind: 'text' }] })
})
