import type { Pass, Pronunciation } from './pronunciation.ts'

/**
 * Finds words and letters, longest first. No regular expression: an alternation of words that begin alike is tried one
 * by one at every place of a text, which takes most of a second for words that were made for it.
 * @param entries as many as people like, none with an empty `written`; of two that are written alike the first counts
 */
export function wordPass(entries: readonly Pronunciation[], matchCase: boolean): Pass {
  const fold = matchCase ? (text: string) => text : lowerCase
  const known = new Map(entries.toReversed().map((entry) => [fold(entry.written), entry]))
  const lengths = lengthsByFirst(known.keys())

  return (text, hold) => {
    const folded = fold(text)
    let done = ''
    let at = 0
    for (let start = 0; start < folded.length; ) {
      const entry = findAt(folded, start, known, lengths)
      if (!entry) start += 1
      else {
        const end = pictureEnd(text, start + entry.written.length)
        done += text.slice(at, start) + hold(entry.spoken, start, end)
        start = end
        at = start
      }
    }
    return done + text.slice(at)
  }
}

function findAt(
  text: string,
  start: number,
  known: ReadonlyMap<string, Pronunciation>,
  lengths: ReadonlyMap<string, readonly number[]>,
): Pronunciation | undefined {
  for (const length of lengths.get(text[start]!) ?? []) {
    const end = start + length
    const entry = known.get(text.slice(start, end))
    if (entry && !isInPicture(text, start, end) && (entry.kind === 'letters' || standsAlone(text, start, end)))
      return entry
  }
  return undefined
}

/** An emoji is one with the selector and the skin tone behind it. */
function pictureEnd(text: string, end: number): number {
  toneAfter.lastIndex = end
  return end + (toneAfter.exec(text)?.[0].length ?? 0)
}

/** A man is a part of the picture of a family, and no word of his own there. */
function isInPicture(text: string, start: number, end: number): boolean {
  return isAt(joined, text, pictureEnd(text, end)) || isAt(joinedBefore, text, start)
}

const toneAfter = /[\uFE0E\uFE0F]?[\u{1F3FB}-\u{1F3FF}]?/uy
const joined = /\u200D\p{Extended_Pictographic}/uy
const joinedBefore = /(?<=\u200D)\p{Extended_Pictographic}/uy

/** How long the words are that begin with a letter, the longest first. */
function lengthsByFirst(words: Iterable<string>): Map<string, readonly number[]> {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  const groups = Map.groupBy(sorted, (word) => word[0]!)
  return new Map(Array.from(groups, ([first, group]) => [first, [...new Set(group.map(({ length }) => length))]]))
}

/** Scripts without spaces have no word borders to insist on, and end the words of others. */
function standsAlone(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end)
  return (
    (!startsSpaced.test(written) || !isAt(spacedBefore, text, start)) &&
    (!endsSpaced.test(written) || !isAt(spacedAfter, text, end))
  )
}

function isAt(border: RegExp, text: string, index: number): boolean {
  border.lastIndex = index
  return border.test(text)
}

const SPACED =
  '[[\\p{L}\\p{N}_]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー]]'
const startsSpaced = new RegExp(`^${SPACED}`, 'v')
const endsSpaced = new RegExp(`${SPACED}\\p{M}*$`, 'v')
const spacedBefore = new RegExp(`(?<=${SPACED})`, 'vy')
const spacedAfter = new RegExp(`(?:${SPACED}|\\p{M})`, 'vy')

/** Letter by letter, and as long as before: places in it are places in the text. */
function lowerCase(text: string): string {
  return text.replace(/[\p{Uppercase}\p{Lt}]/gu, (letter) => {
    const lower = letter.toLowerCase()
    return lower.length === letter.length ? lower : letter
  })
}
