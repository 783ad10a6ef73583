import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type LanguageCode } from '../../../src/kernel/languages.ts'
import { languageDetector } from '../../../src/text/language/detect.ts'
import type { Expected } from '../../../src/text/language/expected.ts'

const detector = await languageDetector()
const detect = (text: string, fallback: LanguageCode, witnesses: Omit<Expected, 'fallback'> = {}) =>
  detector(text, { fallback, ...witnesses }).language

describe('the language of a message', () => {
  it.each<[LanguageCode, string]>([
    ['en', 'does anyone want to play tonight?'],
    ['en', 'good morning everyone'],
    ['de', 'hat jemand heute Abend Lust zu spielen?'],
    ['de', 'Guten Morgen zusammen'],
    ['fr', "quelqu'un veut jouer ce soir ?"],
    ['fr', 'je pense que le serveur est encore mort'],
    ['es', '¿alguien quiere jugar esta noche?'],
    ['es', 'creo que el servidor se cayó otra vez'],
    ['it', 'qualcuno vuole giocare stasera?'],
    ['it', 'penso che il server sia di nuovo giù'],
    ['pt', 'alguém quer jogar hoje à noite?'],
    ['pt', 'acho que o servidor caiu de novo'],
    ['ru', 'кто хочет играть'],
    ['zh', '今天晚上有人玩吗'],
    ['ja', '今夜遊ぶ人いますか'],
    ['ko', '오늘 밤에 게임할 사람'],
  ])('is %s for "%s", whatever the server speaks', (language, text) => {
    for (const { code } of LANGUAGES) expect(detect(text, code), code).toBe(language)
  })

  it.each(['ok', 'no', 'gg wp', 'lol', '1234', '', '😂', 'haha xD'])('stays the given one for "%s"', (text) => {
    for (const { code } of LANGUAGES) expect(detect(text, code)).toBe(code)
  })

  it.each<[LanguageCode, string]>([
    ['es', 'gracias'],
    ['fr', 'merci'],
    ['de', 'danke'],
    ['pt', 'obrigado'],
    ['it', 'grazie'],
    ['en', 'thanks'],
    ['de', 'weiß'],
    ['es', 'mañana'],
    ['pt', 'amanhã'],
    ['es', '¿no?'],
  ])('is %s for the one word "%s", which only that language has', (language, text) => {
    for (const { code } of LANGUAGES) expect(detect(text, code), code).toBe(language)
  })

  it.each<[LanguageCode, string]>([
    ['ja', 'PR を merge した'],
    ['ja', 'カラオケ'],
    ['ru', 'Привет team'],
    ['ko', 'ㅋㅋㅋ'],
    ['zh', 'OK 没问题'],
    ['ja', '今日はMinecraft Bedrock Editionやる'],
    ['ja', 'League of Legendsやる人'],
    ['ja', 'Final Fantasy XIVのパッチ'],
    ['ko', 'League of Legends 하실분'],
    ['ru', 'Го в Counter-Strike 2 Premier'],
    ['ko', 'Among Us ㄱㄱ'],
  ])('is %s for the mixed "%s": another script decides, whatever Latin stands beside it', (language, text) => {
    expect(detect(text, 'en')).toBe(language)
  })

  it.each(['how do you say Привет in English?', 'the sign says 出口 I think'])(
    'is English for "%s", which quotes a word of another script',
    (text) => expect(detect(text, 'en')).toBe('en'),
  )

  it.each<[LanguageCode, string, LanguageCode]>([
    ['ja', '了解', 'ja'],
    ['ja', '了解', 'en'],
    ['ja', '大丈夫', 'en'],
    ['ja', '緊急地震速報訓練実施中', 'en'],
    ['ja', '〒160-0023 東京都新宿区西新宿二丁目八番一号', 'en'],
    ['ja', '8時30分集合、参加費無料', 'en'],
    ['ja', '会議', 'ja'],
    ['zh', '你们好', 'ja'],
    ['zh', '不知道', 'ja'],
    ['zh', '晚安', 'ja'],
    ['zh', '這樣沒問題', 'ja'],
  ])('is %s for "%s" in a server that speaks %s', (language, text, fallback) => {
    expect(detect(text, fallback)).toBe(language)
  })

  it('is what the author wrote of late for Chinese characters that both languages write', () => {
    expect(detect('会社', 'zh', { author: new Map([['ja', 3]]) })).toBe('ja')
    expect(detect('天下', 'en', { author: new Map([['zh', 3]]) })).toBe('zh')
  })

  it.each<LanguageCode>(['ja', 'ko', 'ru', 'zh'])('is never %s for words in Latin letters', (fallback) => {
    for (const text of ['good morning', 'good luck', 'tengo 300 XP', 'see you', 'bonne nuit']) {
      expect(['ja', 'ko', 'ru', 'zh']).not.toContain(detect(text, fallback))
    }
  })

  it.each(['مرحبا بكم', 'สวัสดีครับ', 'שלום לכולם', 'Καλημέρα σε όλους', 'привіт, як справи', 'dziękuję, miłego dnia'])(
    'is left to the engine for "%s", which is none of the ten',
    (text) => expect(detect(text, 'en')).toBe('auto'),
  )

  it('is what the author writes otherwise for a word that tells nothing', () => {
    expect(detect('ok', 'en', { author: new Map([['de', 4]]) })).toBe('de')
    expect(detect('lol', 'en', { channel: new Map([['fr', 4]]) })).toBe('fr')
  })

  it('follows a sentence into another language than its author wrote before', () => {
    const author = new Map<LanguageCode, number>([['de', 8]])
    expect(detect("I don't think that this is going to work", 'de', { author })).toBe('en')
    expect(detect('je ne sais pas ce que tu veux dire', 'de', { author })).toBe('fr')
  })
})

describe('three hundred short messages', () => {
  const messages = rows('short.txt')
  const earlier = rows('history.txt')

  /** What five earlier messages of the author leave behind, as the reader keeps it. */
  function historyOf(language: LanguageCode, fallback: LanguageCode): ReadonlyMap<LanguageCode, number> {
    const author = new Map<LanguageCode, number>()
    for (const [, text] of earlier.filter(([code]) => code === language)) {
      const found = detector(text, { fallback, author })
      if (found.told && found.language !== 'auto') author.set(found.language, (author.get(found.language) ?? 0) + 1)
    }
    return author
  }

  function share(right: (language: LanguageCode, text: string) => boolean): number {
    return messages.filter(([language, text]) => right(language, text)).length / messages.length
  }

  it('number three hundred in ten languages', () => {
    expect(messages).toHaveLength(300)
    expect(new Set(messages.map(([language]) => language)).size).toBe(10)
  })

  it.each<LanguageCode>(['en', 'de', 'es', 'ja'])('are told right nine times of ten in a server of %s', (fallback) => {
    expect(share((language, text) => detect(text, fallback) === language)).toBeGreaterThanOrEqual(0.9)
  })

  it.each<LanguageCode>(['en', 'de', 'es', 'ja'])(
    'are told right 98 times of a hundred by authors with five messages behind them, in a server of %s',
    (fallback) => {
      const right = share(
        (language, text) => detect(text, fallback, { author: historyOf(language, fallback) }) === language,
      )
      expect(right).toBeGreaterThanOrEqual(0.98)
    },
  )
})

it('the statistics are loaded once', () => {
  expect(languageDetector()).toBe(languageDetector())
})

it('a message of two thousand characters is told within five milliseconds', () => {
  const texts = ['the quick brown fox ', 'ä', '漢', 'a b ', "l'", 'kkk ', '! '].map((unit) =>
    unit.repeat(2000).slice(0, 2000),
  )
  for (const text of texts) detect(text, 'en')
  for (const text of texts) {
    const took = Array.from({ length: 5 }, () => {
      const before = performance.now()
      detect(text, 'en')
      return performance.now() - before
    })
    expect(Math.min(...took), JSON.stringify(text.slice(0, 10))).toBeLessThan(5)
  }
})

function rows(file: string): [LanguageCode, string][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row): [LanguageCode, string] => [row.slice(0, 2) as LanguageCode, row.slice(3)])
}
