import type { Step } from '../context.ts'
import { mayRead } from '../kanji-readings.ts'

/** Kanji with their reading behind them are said once, as the reading says: 漢字(かんじ), 北の鬼《ノーズオーガ》. */
export const furigana: Step = (text) => {
  if (!/[《(（]/.test(text)) return text
  return text
    .replace(marked, '$1')
    .replace(unmarked, '$1')
    .replace(inBrackets, (all, base: string, reading: string) => (isReading(base, reading) ? reading : all))
}

/** As in novels: a bar says where the base begins. */
const marked = /[｜|][^｜|《》\n]{1,30}《([\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,30})》/gu
const unmarked = /[\p{Script=Han}々]{1,10}《([\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,30})》/gu

const inBrackets = /(?<![\p{Script=Han}々])([\p{Script=Han}々]{1,8})[(（]([ぁ-ゖー]{1,20})[)）]/gu

/** A kanji has one to four signs of reading. What may be a comment is left alone: it is said after its word. */
function isReading(base: string, reading: string): boolean {
  const length = [...base].length
  return reading.length >= length && reading.length <= 4 * length && mayRead(base, reading) && !comment.test(reading)
}

const comment =
  /^(?:たぶん|かも|まだ|もう|また|でも|けど|とか|など|だけ|のみ|まで|から|より|ほか|ここ|そこ|これ|それ|あれ|いま|きょう|あと|すぐ|ほぼ|やや|かなり|とても|すごく|うそ|ほんと|まじ|ただ|つまり|ちなみに|もちろん|おそらく|いや|ええ|うん|はい|え|お|あ|な|ね|よ|わ|ら)$|(?:です|ます|した|ない|だよ|だね|かな|かも|よね|ください|たい|ている|てる|だった|った|らしい|みたい|のほう|など)$|^(?:たぶん|もう|まだ|また|この|その|あの|なん|いつ|どこ|だれ)|[をはがへ]$/u
