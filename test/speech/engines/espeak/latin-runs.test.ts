import { expect, it } from 'vitest'
import { runsOf } from '../../../../src/speech/engines/espeak/latin-runs.ts'

const runs = (text: string) => runsOf(text, 'ja').map(({ text, language }) => `${language}|${text.trim()}`)

it('Latin words in Japanese are said by the English voice', () => {
  expect(runs('Ana says: きょうの夜、みんなで')).toEqual(['en|Ana says:', 'ja|きょうの夜、みんなで'])
  expect(runs('Yuki, answering Tom: はい')).toEqual(['en|Yuki, answering Tom:', 'ja|はい'])
  expect(runs('ぼくはDiscordサーバーに')).toEqual(['ja|ぼくは', 'en|Discord', 'ja|サーバーに'])
  expect(runs('Zoë-Anne さん')).toEqual(['en|Zoë-Anne', 'ja|さん'])
})

it('single letters, digits and other languages stay with their voice', () => {
  expect(runs('AとBの2つ')).toEqual(['ja|AとBの2つ'])
  expect(runsOf('Ana says: ja', 'de')).toEqual([{ text: 'Ana says: ja', language: 'de' }])
})
