/** Faces that people type, by the emoji that they draw. Only what can mean nothing else: "XP", "QQ" and "B)" are words. */
const BARE: Readonly<Record<string, string>> = {
  '🙂': ':) :-) =) (: (-: :] :-]',
  '😀': ':D :-D =D',
  '😆': 'xD XD xd >w<',
  '😉': ';) ;-) ;D ;-D ;]',
  '🙁': ':( :-( =( ): :[ :c :-c',
  '😢': ":'( :’( ;( ;-( T_T T.T TT_TT T^T T-T ;_; TT^TT",
  '😂': ":') :’) :'D :’D",
  '😛': ':P :p :-P :-p =P =p ;P ;p xP',
  '😮': ':O :o :-O :-o o_o O_O o.o O.O',
  '🤨': 'o_O O_o o.O O.o',
  '😕': ':/ :-/ :\\ :-\\ :S :s',
  '😐': ':| :-|',
  '😑': '-_- -.- =_= -__- ._. ㅡㅡ ㅡ_ㅡ',
  '😘': ':* :-*',
  '😊': '^^ ^_^ ^-^ ^.^ ^o^ ^w^ ^^* ^ω^ ^0^',
  '😅': '^^; ^^" ^_^; ^_^" ^-^; ㅡㅡ; ^^;;',
  '😒': '>_> <_< >.> <.<',
  '😠': '>:( >:-(',
  '😣': '>_< >.< >__<',
  '😈': '>:) >:D',
  '😎': 'B-)',
  '😺': ':3',
  '❤️': '<3',
  '💔': '</3',
  '👋': 'o/',
  '🤪': ':v',
  '😵': 'x_x X_X @_@ +_+',
}

/** Faces of East Asian chats that are words elsewhere. */
const EASTERN: Readonly<Record<string, string>> = { '😢': 'TAT QAQ QwQ TwT', '🙇': 'orz Orz ORZ OTL' }

/** Faces in brackets, without the brackets, the arms and any space. */
const IN_BRACKETS: Readonly<Record<string, string>> = {
  '😊': '^^ ^_^ ^-^ ^.^ ^ω^ ^o^ ^▽^ ^ー^ ´▽｀ ´∀｀ ´∀` ´ω｀ ´ω` ◕‿◕ ◠‿◠ ｡◕‿◕｡ ◕ᴗ◕✿ ◕‿◕✿ •‿• ˘‿˘ ᵔᴥᵔ ᵔ◡ᵔ ・∀・ ・ω・ *´▽｀* *´∀｀* *^^* *^_^* ＾ω＾ ＾▽＾ ＾＾ ＾o＾',
  '😆': '≧▽≦ ≧∇≦ ≧ω≦ >▽< >ω< ﾟ∀ﾟ ゚∀゚ ≧◡≦',
  '😢': 'T_T ;_; T-T ；ω； ;ω; ´;ω;｀ ´;ω;` ；д； ;д; ´；ω；｀ ´；ω；` ´；д；｀ ಥ﹏ಥ ಥ_ಥ ╥﹏╥ ╥_╥ ｡•́︿•̀｡ ｡ŏ﹏ŏ ´Д｀ ´Д` ;´Д｀ ;´Д` ；´Д｀ ；´Д` つД｀ つд｀ ノД｀ ToT',
  '😔': '´・ω・｀ ´・ω・` ´-ω-｀',
  '😮': '°o° °O° ﾟДﾟ ﾟдﾟ ゚Д゚ ゚д゚ ゜o゜ ⊙_⊙ ⊙▽⊙ ◉_◉ o_o O_O ○_○ ・o・ ・□・',
  '😅': '^^; ^_^; ^▽^; ´∀｀; ・_・; ・・; ^ω^; ￣▽￣; ￣ー￣; ;^_^ ;^ω^ ；^ω^',
  '😐': '・_・ ￣_￣ -_- ￣ー￣ ಠ_ಠ •_• ._.',
  '😠': '>_< ｀Д´ `Д´ ｀へ´ `へ´ ｀皿´ ╬ಠ益ಠ ಠ益ಠ ｀ε´ >д<',
  '😏': '￣ω￣ ￣▽￣ ¬‿¬ ¬_¬',
  '😗': '・ε・ ￣3￣ ´ε｀ ´ε` ^з^ *￣з￣',
  '🙇': '__ ＿＿',
  '🙏': '^人^ -人- ー人ー ￣人￣',
  '🫡': '｀・ω・´ `・ω・´',
  '😵': 'x_x X_X @_@ ＠_＠ +_+ ×_×',
  '🤔': '・・? ・・？ ・_・? ・ω・? ・ω・？ ・◇・',
}

/** Faces that hold Markdown marks or backslashes, as people copy them. */
export const MARKED_FACES: ReadonlyMap<string, string> = new Map([
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

/** The emoji for a face outside of brackets. */
export function emojiOfFace(face: string, eastern: boolean): string | undefined {
  const once = face.replace(/(?<=[:;=8xX]-?['’]?)([)(\]DPpOo])\1+$/u, '$1')
  return bare.get(once) ?? (eastern ? easternOnly.get(once) : undefined)
}

/** Faces that are drives, labels or initials in a sentence. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['D:', '😧'],
  ['D;', '😧'],
  ['D=', '😧'],
  ['c:', '🙂'],
  ['C:', '🙂'],
])

/** The emoji for a message that is nothing but a face. */
export function emojiOfWhole(message: string): string | undefined {
  return WHOLE.get(message.trim())
}

/** The emoji for a face in brackets, given what is inside them. */
export function emojiInBrackets(inside: string): string | undefined {
  return inBrackets.get(inside.replace(/\s+/gu, '').replaceAll('･', '・'))
}

/**
 * Whether brackets hold a face, named or not: two equal or mirrored eyes with a mouth between them, perhaps with arms,
 * tears or cheeks. Anything else in brackets is words.
 */
export function isFace(inside: string): boolean {
  if (emojiInBrackets(inside) !== undefined) return true
  const bareFace = inside
    .replaceAll('｀', '`')
    .replace(/\p{M}+|[\s*｡。ﾟ゚"'๑✿♡♥;；=~〃\\/#┐╭╮┌]+|^[つづっノﾉヽ╯⊃⊂σ]|[つづっノﾉヽ╯⊃⊂✿]$/gu, '')
  const [, left = '', mouth, right = ''] =
    /^(\P{N}{1,2}?)([ωДд∀∇▽皿益ヮᴥᴗ‿﹏︿◡ᗜ_oO○□△εз3ー~.-]{1,3})(\P{N}{1,2}?)$/u.exec(bareFace) ?? []
  if (mouth === undefined || !/\P{ASCII}/u.test(bareFace)) return false
  const mirrored = [...right].reverse().map((eye) => MIRRORED[eye] ?? eye)
  return mirrored.join('') === left && !/[\p{L}--[ᵔಠಥTｏ]]/v.test(left)
}

const MIRRORED: Readonly<Record<string, string>> = {
  '`': '´',
  '´': '`',
  '≦': '≧',
  '≧': '≦',
  '<': '>',
  '>': '<',
  '＜': '＞',
  '＞': '＜',
}

const bare = byFace(BARE)
const easternOnly = byFace(EASTERN)
const inBrackets = byFace(IN_BRACKETS)

function byFace(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([emoji, faces]) => faces.split(' ').map((face): [string, string] => [face, emoji])),
  )
}
