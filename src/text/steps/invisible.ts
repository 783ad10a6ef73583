/**
 * Removes invisible characters. It comes first: nothing invisible may split a mark that a later step looks for, and no
 * private-use character may pose as a slot.
 */
export function invisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(flagTags, (tags, flag: string | undefined) => (flag === undefined ? '' : tags))
    .replace(strayJoiners, '')
    .replace(unseen, '')
}

/** Tag characters are invisible, except at the end of three flags. */
const flagTags = /(\u{1F3F4})?[\u{E0000}-\u{E007F}]+/gu

/** The joiner holds emoji together, and letters of Arabic and Indic scripts; elsewhere it is only invisible. */
const strayJoiners = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u200C\u200D]/gu

/** Controls, bidi marks, zero-width and filler characters, unassigned and private use; not what emoji and lines need. */
const unseen =
  /[[\p{C}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]--[\t\n\u200C\u200D\uFE0E\uFE0F\u{E0020}-\u{E007F}]]/gv
