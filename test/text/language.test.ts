import { describe, expect, it } from 'vitest'
import { LANGUAGES, type LanguageCode } from '../../src/kernel/languages.ts'
import { languageDetector } from '../../src/text/language.ts'

const detect = await languageDetector()

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

  it.each(['ok', 'no', 'gg wp', 'lol', '1234', '', '😂', 'gracias'])('stays the given one for "%s"', (text) => {
    for (const { code } of LANGUAGES) expect(detect(text, code)).toBe(code)
  })

  it.each<[LanguageCode, string]>([
    ['ja', 'PR を merge した'],
    ['ja', 'カラオケ'],
    ['ru', 'Привет team'],
    ['ko', 'ㅋㅋㅋ'],
    ['zh', 'OK 没问题'],
  ])('is %s for the mixed "%s"', (language, text) => {
    expect(detect(text, 'en')).toBe(language)
  })

  it('is Japanese for a word in Chinese characters if Japanese is expected', () => {
    expect(detect('了解', 'ja')).toBe('ja')
    expect(detect('了解', 'en')).toBe('zh')
    expect(detect('你们好', 'ja')).toBe('zh')
  })
})

it('the statistics are loaded once', () => {
  expect(languageDetector()).toBe(languageDetector())
})
