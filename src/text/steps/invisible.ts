import type { Step } from '../context.ts'

/**
 * Takes away what nobody sees, and makes plain letters of decorated ones. It comes first: nothing invisible may split a
 * mark that a later step looks for, and no private-use character may pose as a slot.
 */
export const invisible: Step = (text) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(fancyLetters, (letter) => letter.normalize('NFKC'))
    .replace(stackedMarks, '')
    .replace(ownMarks, (marks) => marks.slice(0, 4))
    .replace(flagTags, (tags, before: string | undefined) => (before === undefined ? '' : tags))
    .replace(strayJoiners, '')
    .replace(unseen, '')

/** 𝓗𝓮𝓵𝓵𝓸 and ｈｅｌｌｏ are letters; full-width punctuation is not touched, for it is at home in Chinese and Japanese. */
const fancyLetters = /[\u{1D400}-\u{1D7FF}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9\u{1F130}-\u{1F149}]/gu

/**
 * After NFC, general combining marks that remain are mostly decoration ("zalgo", struck-out letters). One alone may be
 * a stress mark and stays.
 */
const stackedMarks =
  /[\u0334-\u0338\u0488\u0489]|[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20DF\u20E1\u20E4-\u20F0\uFE20-\uFE2F]{2,}/gu

/** Marks of a script of its own (Thai, Arabic, Hindi …): a syllable has four at most. */
const ownMarks = /\p{M}{5,}/gu

/** Tag characters are invisible except in the three flags that end with them. */
const flagTags = /(\u{1F3F4})?[\u{E0000}-\u{E007F}]+/gu

/** The joiner holds emoji together, and letters of Arabic and Indic scripts; elsewhere it is only invisible. */
const strayJoiners = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u200C\u200D]/gu

/** Controls, bidi marks, zero-width and filler characters, unassigned and private use; not what emoji and lines need. */
const unseen =
  /[[\p{C}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]--[\t\n\u200C\u200D\uFE0E\uFE0F\u{E0020}-\u{E007F}]]/gv
