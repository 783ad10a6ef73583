import type { Scene, Step } from '../context.ts'
import { emojiInBrackets, emojiOfFace, emojiOfWhole, isFace } from '../faces.ts'
import { holdFace } from '../hold-picture.ts'
import { once } from '../once.ts'

/** `:)` and `T_T` by the name of the emoji that they draw. What may be words in brackets stays. */
export const faces: Step = (text, scene) => {
  if (plainWords.test(text)) return text
  const whole = emojiOfWhole(text)
  if (whole !== undefined) return holdFace(whole, scene)
  const eastern = ['zh', 'ja', 'ko'].includes(scene.context.language)
  return text
    .replace(
      bracketFace,
      once((face, inside) => (isFace(inside) ? holdFace(emojiInBrackets(inside), scene) : face)),
    )
    .replace(token, (token, at: number, whole: string) => standingAlone(token, at, whole, eastern, scene))
    .replace(touching, (face, at: number, whole: string) => {
      const emoji = closesBracket(face, at, whole) ? undefined : emojiOfFace(face, eastern)
      return emoji === undefined ? face : holdFace(emoji, scene)
    })
}

/** Without a sign there is no face; the few of letters alone are named here. */
const plainWords = /^(?!.*(?:xd|tat|qaq|qwq|twt|orz|otl|ㅡㅡ))[\p{L}\p{N}\p{M}\s.,!?'’"%€$。、！？]*$/isu

/** A bracket with something short inside, and the arms that it may have. */
const bracketFace =
  /(?:[ヽヾ＼\\<*٩]|(?<!\p{L})[mdqboσ])?[(（]([^()（）\n|\u{F0000}-\u{FFFFD}]{2,14})[)）](?:[ノﾉو۶っつ⊃/／>*;]|[mbdpoゞ](?!\p{L}))?/gu

/** What stands between spaces or pictures, so that `http://` and `10:3` are left alone. */
const token = /(?<![^\s\u{F0000}-\u{FFFFD}])[^\s\u{F0000}-\u{FFFFD}]{2,12}(?![^\s\u{F0000}-\u{FFFFD}])/gu

function standingAlone(token: string, at: number, whole: string, eastern: boolean, scene: Scene): string {
  if (beside.test(token) && number.test(whole.slice(Math.max(0, at - 12), at))) return token
  const emoji = emojiOfFace(token, eastern)
  if (emoji !== undefined) return holdFace(emoji, scene)
  const [end = ''] = /[.,!?…。、！？)）]+$/u.exec(token) ?? []
  const shorter = end === '' ? undefined : emojiOfFace(token.slice(0, -end.length), eastern)
  return shorter === undefined ? token : holdFace(shorter, scene) + end
}

/** "x <3" and "2 :3" compare and count. */
const beside = /^(?:<\/?3|:3)/u
const number = /(?:\d|(?<!\p{L})[xyzn])\s*$/iu

/** A face right behind a word, and before a space, a pause or a picture: "thanks:)", "好的:D", "ありがとう^^". */
const touching =
  /(?<=\p{L}{2}\p{M}*|[!?.…。！？~～ー]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?:[:;=]-?['’]?(?:\)+|\(+)|[:;][DPp]|\^_?\^[;*]?|>[_.]<|-_-|<3|;_;)(?=$|[\s.,!?…。、！？)）\u{F0000}-\u{FFFFD}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu

/** In "(see above:)" the bracket closes one that was opened before. */
function closesBracket(face: string, at: number, whole: string): boolean {
  if (!face.endsWith(')')) return false
  const before = whole.slice(Math.max(0, at - LONGEST_BRACKET), at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

const LONGEST_BRACKET = 200
