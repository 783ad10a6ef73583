import { type Matcher, RE2JS } from 're2js'

/** One entry of a dictionary: how something that people write is to be said. */
export interface Pronunciation {
  readonly written: string
  /** May be empty: then it is passed over in silence. `$1` to `$9` stand for the groups of a pattern. */
  readonly spoken: string
  /** A whole word or phrase, or a regular expression in RE2 syntax. */
  readonly kind: 'word' | 'pattern'
  readonly matchCase: boolean
}

/** Walks once through a text and replaces what it knows by what `hold` makes of the spoken form. */
export type Pass = (text: string, hold: (spoken: string) => string) => string

/** A compiled dictionary. What one pass has answered must be out of the sight of the next. */
export type Dictionary = readonly Pass[]

/**
 * Compiles a dictionary; do it once for each change of settings. All words are found in one pass, longest first; then
 * the patterns in their order. Patterns come from members, so they run in linear time (RE2) and are limited in size;
 * those that `isPattern` refuses are left out.
 */
export function compileDictionary(entries: readonly Pronunciation[]): Dictionary {
  const words = entries.filter(({ kind, written }) => kind === 'word' && written !== '')
  return [
    ...wordPass(
      words.filter(({ matchCase }) => matchCase),
      true,
    ),
    ...wordPass(
      words.filter(({ matchCase }) => !matchCase),
      false,
    ),
    ...entries.filter(({ kind }) => kind === 'pattern').flatMap(patternPass),
  ]
}

/** True for a regular expression that can be compiled and is small enough to be tried on every message. */
export function isPattern(source: string): boolean {
  return compilePattern(source, true) !== undefined
}

function wordPass(entries: readonly Pronunciation[], matchCase: boolean): Pass[] {
  if (entries.length === 0) return []
  const fold = (written: string) => (matchCase ? written : written.toLowerCase())
  const spoken = new Map(entries.toReversed().map((entry) => [fold(entry.written), entry.spoken]))
  const words = [...spoken.keys()].sort((a, b) => b.length - a.length).map(wholeWord)
  const any = new RegExp(words.join('|'), matchCase ? 'gv' : 'giv')
  return [(text, hold) => text.replace(any, (word) => hold(spoken.get(fold(word)) ?? word))]
}

/** Scripts without spaces have no word borders to insist on, and end the words of others. */
function wholeWord(written: string): string {
  const literal = written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const before = startsSpaced.test(written) ? `(?<!${SPACED})` : ''
  const after = endsSpaced.test(written) ? `(?!${SPACED}|\\p{M})` : ''
  return before + literal + after
}

const SPACED =
  '[[\\p{L}\\p{N}_]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー]]'
const startsSpaced = new RegExp(`^${SPACED}`, 'v')
const endsSpaced = new RegExp(`${SPACED}\\p{M}*$`, 'v')

function patternPass({ written, spoken, matchCase }: Pronunciation): Pass[] {
  const pattern = compilePattern(written, matchCase)
  if (!pattern) return []
  return [
    (text, hold) => {
      const matcher = pattern.matcher(text)
      let done = ''
      let at = 0
      while (matcher.find()) {
        if (matcher.end() === matcher.start()) continue
        done += text.slice(at, matcher.start()) + hold(withGroups(spoken, matcher))
        at = matcher.end()
      }
      return done + text.slice(at)
    },
  ]
}

function withGroups(spoken: string, matcher: Matcher): string {
  return spoken.replace(/\$([1-9])/g, (_, digit: string) => {
    const group = Number(digit)
    return group > matcher.groupCount() ? '' : (matcher.group(group) ?? '')
  })
}

/** RE2 takes time for text times pattern, so the pattern is limited too: after repetitions like {100} are unrolled. */
const LONGEST_PATTERN = 200
const LARGEST_PROGRAM = 400

function compilePattern(source: string, matchCase: boolean): RE2JS | undefined {
  if (source === '' || source.length > LONGEST_PATTERN) return undefined
  try {
    const pattern = RE2JS.compile(source, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
    return pattern.programSize() <= LARGEST_PROGRAM ? pattern : undefined
  } catch {
    return undefined
  }
}
