import type { Scene, Step } from '../context.ts'
import { emojiName } from '../emoji-names.ts'

/** `:)` and `T_T` by the name of the emoji that they draw, other faces of brackets and signs as "kaomoji". */
export const emoticons: Step = (text, scene) =>
  text
    .replace(standingAlone, (token) => {
      const emoji = drawn.get(token.replace(/([)(D3PpOo])\1+$/, '$1'))
      return emoji === undefined ? token : held(emoji, scene)
    })
    .replace(bracketFace, (face) => (looksLikeFace(face) ? held(undefined, scene) : face))

/** The few that hold Markdown marks or backslashes. They are taken out before those are looked at. */
export const famousKaomoji: Step = (text, scene) => text.replace(famous, (face) => held(famousFaces.get(face), scene))

const famousFaces = new Map([
  ['¯\\_(ツ)_/¯', '🤷'],
  ['¯\\\\_(ツ)\\_/¯', '🤷'],
  ['¯\\\\\\_(ツ)\\_/¯', '🤷'],
  ['¯_(ツ)_/¯', '🤷'],
  ['( ͡° ͜ʖ ͡°)', '😏'],
  ['ʕ•ᴥ•ʔ', '🐻'],
  ['(╯°□°)╯︵ ┻━┻', '😡'],
  ['(╯°□°）╯︵ ┻━┻', '😡'],
  ['┬─┬ノ( º _ ºノ)', '😌'],
  ['┬─┬ ノ( ゜-゜ノ)', '😌'],
])
const famous = new RegExp(
  [...famousFaces.keys()].map((face) => face.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'),
  'gu',
)

const drawn = new Map(
  Object.entries({
    '🙂': ':) :-) =) (: (-:',
    '😀': ':D :-D =D',
    '😆': 'xD XD',
    '😉': ';) ;-)',
    '🙁': ':( :-( =( ):',
    '😢': ":'( ;( T_T T.T TT_TT (T_T) (;_;) ;_; QQ",
    '😛': ':P :p :-P :-p =P xP XP',
    '😮': ':O :o :-O :-o o_o O_O o.o O.O',
    '🤨': 'o_O O_o o.O O.o',
    '😕': ':/ :-/ :\\',
    '😐': ':| :-| -_- -.-',
    '😘': ':* :-*',
    '😊': '^^ ^_^ ^-^ ^.^ (^^) (^_^) (^-^)',
    '😒': '>_> <_< >.>',
    '😠': '>:( >:-( >_<',
    '😈': '>:) >:D',
    '😎': 'B) B-)',
    '😺': ':3 =3',
    '❤️': '<3',
    '💔': '</3',
  }).flatMap(([emoji, faces]) => faces.split(' ').map((face): [string, string] => [face, emoji])),
)

/** A short token that holds a sign; between spaces, so that `http://` and `10:3` are left alone. */
const standingAlone =
  /(?<![^\s\u{F0000}-\u{FFFFD}])(?=[^\s]{0,12}[^\p{L}\p{N}\s]|x|X|QQ)[^\s\u{F0000}-\u{FFFFD}]{2,12}(?![^\s\u{F0000}-\u{FFFFD}])/gu

/** A bracket with something short inside, and the arms that it may have. */
const bracketFace =
  /(?:[ヽヾ＼\\<*٩]|(?<!\p{L})[mdqboσ])?[(（][^()（）\n|\u{F0000}-\u{FFFFD}]{2,16}[)）](?:[ノﾉو۶っつ/／>*]|[mbdpoゞ](?!\p{L}))?/gu

/** A face is signs around at most a few letters of which no two plain ones stand together. */
function looksLikeFace(text: string): boolean {
  const inside = text.replace(/^[^(（]*[(（]|[)）][^)）]*$/gu, '')
  if (/[\p{Nd}\p{Sc}.,?%]|[a-z]{2}|\p{Script=Cyrillic}{3}|\p{Script=Han}|[ぁ-んァ-ヴー]{2}|[가-힣]{2}/iu.test(inside))
    return false
  return /[^\p{L}\p{N}\s'"/+&=:;-].*[^\p{L}\p{N}\s'"/+&=:;-]/u.test(inside)
}

function held(emoji: string | undefined, { context, slots }: Scene): string {
  if (context.emoji === 'silent') return ' '
  const name = emoji === undefined ? undefined : emojiName(emoji, context.language)
  return name === undefined ? slots.hold({ kind: 'kaomoji', spoken: '' }) : slots.hold({ kind: 'emoji', spoken: name })
}
