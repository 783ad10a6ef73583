/**
 * Reads decorated letters as the letters they stand for: 𝓗𝓮𝓵𝓵𝓸, ｈｅｌｌｏ, ⓗⓔⓛⓛⓞ, 🅻🅾🅻, ℍ𝕖𝕪 and ʰᵉʸ. Half-width kana
 * become full-width, and "h̷e̷y̷" loses its marks.
 */
export function plainLetters(text: string): string {
  if (plain.test(text)) return text
  return text
    .normalize('NFC')
    .replace(compatible, (letters) => letters.normalize('NFKC'))
    .replace(modifiers, (letter) => lettersOnly(letter))
    .replace(enclosed, (letter) => enclosedLetter(letter))
    .replace(letterPictures, (run) => lettersOfPictures(run))
    .replace(smallCapitals, (letter) => 'abcdefghijklmnopqrstuvwyz'.charAt(SMALL_CAPITALS.indexOf(letter)))
    .replace(stackedMarks, '')
    .replace(ornaments, '')
    .replace(ownMarks, (marks) => marks.slice(0, 4))
}

/** Nothing here that any of the rules below could change. */
const plain = /^[\p{ASCII}\u00A0-\u00FF\u2010-\u2027\u3000-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]*$/u

/**
 * Mathematical letters with those that Unicode keeps in another block (ℍ, ℯ, ℑ), full-width letters and digits, circled
 * letters, half-width kana and conjoining Hangul. Full-width punctuation stays: it is at home in Chinese and Japanese.
 */
const compatible =
  /[\u{1D400}-\u{1D7FF}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9\u{1F130}-\u{1F149}ℂℊ-ℍℎℐ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴℹⅅ-ⅉ]|(?:[\uFF66-\uFF9D][\uFF9E\uFF9F]?)+/gu

/** Raised and lowered letters; raised digits stay, because "m²" is a unit. */
const modifiers = /[\u02B0-\u02B8\u02E1-\u02E3\u1D2C-\u1D6A\u1D9B-\u1DBF\u2071\u207F\u2090-\u209C]/gu

function lettersOnly(letter: string): string {
  const plain = letter.normalize('NFKC')
  return /^\p{Script=Latin}+$/u.test(plain) ? plain : letter
}

/** Letters in brackets, and in dark circles: Unicode gives the latter no plain form. */
const enclosed = /[\u249C-\u24B5\u{1F110}-\u{1F129}\u{1F150}-\u{1F169}]/gu

function enclosedLetter(letter: string): string {
  const code = letter.codePointAt(0)!
  if (code < 0x1f110) return String.fromCodePoint(code - 0x249c + 0x61)
  return String.fromCodePoint(code - (code < 0x1f150 ? 0x1f110 : 0x1f150) + 0x41)
}

/** Letters in dark squares. Four of them are emoji as well (🅰 🅱 🅾 🅿) and stay so when they stand alone. */
const letterPictures =
  /(?:(?<=[\p{L}\p{M}])|(?=.\uFE0F?[\p{L}\u{1F170}-\u{1F189}])|(?=[^🅰🅱🅾🅿]))(?:[\u{1F170}-\u{1F189}]\uFE0F?)+/gu

function lettersOfPictures(run: string): string {
  return Array.from(run.replaceAll('\uFE0F', ''), (letter) =>
    String.fromCodePoint(letter.codePointAt(0)! - 0x1f170 + 0x41),
  ).join('')
}

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ'
const smallCapitals = new RegExp(`[${SMALL_CAPITALS}]`, 'gu')

/**
 * After NFC, a general combining mark that remains belongs to no letter of the ten languages. Accents, a diaeresis or
 * a dot below may still be a stress mark or somebody's spelling, if they are alone; the rest is decoration ("zalgo").
 */
const stackedMarks = /[[\p{Script=Inherited}&&\p{M}]--[\u20E3\uFE0E\uFE0F]]{2,}/gv
const ornaments =
  /[[\p{Script=Inherited}&&\p{M}]--[\u0300-\u0304\u0306-\u0308\u030C\u0323\u0327\u064B-\u0655\u20E3\u3099\u309A\uFE0E\uFE0F]]/gv

/** Marks of a script of its own (Thai, Arabic, Hindi …): a syllable has four at most. */
const ownMarks = /\p{M}{5,}/gu
