import type { Step } from '../context.ts'

/** 𝓗𝓮𝓵𝓵𝓸, ｈｅｌｌｏ, ⓗⓔⓛⓛⓞ and ʜᴇʟʟᴏ are the same word to the ear, and "h̷e̷l̷l̷o̷" has no marks. */
export const plainLetters: Step = (text) =>
  text
    .normalize('NFC')
    .replace(styledLetters, (letter) => letter.normalize('NFKC'))
    .replace(smallCapitals, (letter) => 'abcdefghijklmnoprstuvwyz'.charAt(SMALL_CAPITALS.indexOf(letter)))
    .replace(stackedMarks, '')
    .replace(ornaments, '')
    .replace(ownMarks, (marks) => marks.slice(0, 4))

/** Full-width letters and digits, but not the full-width punctuation that is at home in Chinese and Japanese. */
const styledLetters = /[\u{1D400}-\u{1D7FF}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9\u{1F130}-\u{1F149}]/gu

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
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
