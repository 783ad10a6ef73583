import { isLectorError, LectorError } from '../kernel/errors.ts'
import { inSlices } from '../kernel/slices.ts'
import { checkWord } from './check-word.ts'
import { formatCsv, parseCsv } from './csv.ts'
import type { Word } from './types.ts'
import { checkCount } from './validate.ts'

export type WordsFormat = 'csv' | 'json'

/** What people call the columns who make a file by hand. */
const ALIASES: Readonly<Record<string, string>> = { written: 'pattern', spoken: 'replacement' }
const COLUMNS = ['kind', 'pattern', 'replacement', 'whole_word', 'match_case'] as const

/**
 * Reads a file of pronunciations. Only the pattern and its replacement are required; a word is literal, whole and
 * case-insensitive unless the file says otherwise. Spaces around a pattern are ignored.
 *
 * - CSV: a header with names out of `kind,pattern,replacement,whole_word,match_case` in any order (`written` and
 *   `spoken` are other names for the second and the third), then one word per line, with `true` or `false` for the last two.
 * - JSON: a list of `{ kind, pattern, replacement, wholeWord, matchCase }`.
 *
 * Throws `settings.bad-file` with the place of the first thing that cannot be kept, and `settings.too-many` when the
 * file has more than `limit` words. Works in slices.
 */
export async function parseWords(text: string, format: WordsFormat, limit = Number.POSITIVE_INFINITY): Promise<Word[]> {
  const entries = format === 'csv' ? fromCsv(text) : fromJson(text)
  // Before the work: checking the patterns of a file that is refused anyway would take half a minute.
  checkCount('words', entries.length, limit)
  const nextSlice = inSlices()
  const words: Word[] = []
  for (const { line, fields } of entries) {
    words.push(toWord(line, fields))
    await nextSlice()
  }
  return words
}

/** An example to fill in, as a file that `parseWords` can read. */
export function wordsTemplate(format: WordsFormat): string {
  const word = {
    kind: 'literal',
    pattern: 'brb',
    replacement: 'be right back',
    wholeWord: true,
    matchCase: false,
  } as const
  return formatWords([word], format)
}

/** The words as a file that `parseWords` can read. */
export function formatWords(words: readonly Word[], format: WordsFormat): string {
  if (format === 'json') return `${JSON.stringify(words, undefined, 2)}\n`
  const rows = words.map(({ kind, pattern, replacement, wholeWord, matchCase }) => [
    kind,
    pattern,
    replacement,
    String(wholeWord),
    String(matchCase),
  ])
  return formatCsv([COLUMNS, ...rows])
}

interface Entry {
  readonly line: number
  readonly fields: { readonly [K in keyof Word]?: unknown }
}

function fromCsv(text: string): Entry[] {
  const [header, ...records] = parseCsv(text)
  if (header === undefined) return []
  const columns = header.fields.map(columnOf)
  if (columns.some((name) => !(COLUMNS as readonly string[]).includes(name))) throw badFile(header.line)
  return records.map(({ line, fields }) => {
    if (fields.length > columns.length) throw badFile(line)
    const cells = new Map(columns.map((name, index) => [name, fields[index] ?? '']))
    return {
      line,
      fields: {
        kind: cells.get('kind') || undefined,
        pattern: cells.get('pattern'),
        replacement: cells.get('replacement'),
        wholeWord: toSwitch(cells.get('whole_word')),
        matchCase: toSwitch(cells.get('match_case')),
      },
    }
  })
}

function columnOf(field: string): string {
  const name = field.trim().toLowerCase()
  return ALIASES[name] ?? name
}

function fromJson(text: string): Entry[] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    throw badFile(1)
  }
  if (!Array.isArray(list)) throw badFile(1)
  return list.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null) throw badFile(index + 1)
    return { line: index + 1, fields: entry }
  })
}

function toWord(line: number, entry: Entry['fields']): Word {
  const { kind = 'literal', pattern, replacement, wholeWord = true, matchCase = false } = entry
  // Discord trims option values, so nobody could name a word with spaces around it.
  const trimmed = typeof pattern === 'string' ? pattern.trim() : pattern
  const word = { kind, pattern: trimmed, replacement, wholeWord, matchCase } as Word
  try {
    checkWord(word)
    return word
  } catch (error) {
    throw isLectorError(error) ? badFile(line, error) : error
  }
}

/** Spreadsheets write `TRUE`. Any other value is passed on, and then rejected. */
function toSwitch(cell: string | undefined): unknown {
  if (!cell) return undefined
  const word = cell.trim().toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : cell
}

function badFile(line: number, cause?: unknown): LectorError {
  return new LectorError('settings.bad-file', { line }, `Cannot read word list: line or entry ${line} is invalid`, {
    cause,
  })
}
