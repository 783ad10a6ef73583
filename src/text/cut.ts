import { Borders, type Level } from './borders.ts'

/**
 * Cuts a text to a number of graphemes, at the best border. A shorter text is returned whole.
 */
export function cut(text: string, graphemes: number): string {
  const end = endOf(text, graphemes)
  if (end === text.length) return text
  // One code point more shows whether the end itself is a border.
  const borders = new Borders(text.slice(0, end + 2))
  for (const [level, part] of wanted) {
    const border = borders.at(level).findLast((border) => border <= end) ?? 0
    if (border >= end * part) return text.slice(0, border).trimEnd()
  }
  return text.slice(0, end)
}

export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/** The end of a sentence may cost two thirds of what fits, the end of a word much less. */
const wanted: readonly (readonly [Level, number])[] = [
  ['sentence', 0.33],
  ['clause', 0.6],
  ['space', 0.7],
  ['word', 0.9],
]

/** Offset after this many graphemes; reads no more of the text than that. */
function endOf(text: string, graphemes: number): number {
  if (text.length <= graphemes) return text.length
  let left = graphemes
  for (const { index } of segmenter.segment(text)) {
    if (left-- === 0) return index
  }
  return text.length
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
