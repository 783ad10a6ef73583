import { RE2JS } from 're2js'

/** One entry of a dictionary: how something that people write is to be said. */
export interface Pronunciation {
  readonly written: string
  /** May be empty: then it is passed over in silence. */
  readonly spoken: string
  /** A whole word or phrase, or a regular expression in RE2 syntax. */
  readonly kind: 'word' | 'pattern'
  readonly matchCase: boolean
}

/** Replaces what the dictionary knows by what `hold` makes of the spoken form. */
export type Pronounce = (text: string, hold: (spoken: string) => string) => string

/**
 * Compiles a dictionary; do it once for each change of settings. All words are found in one pass, longest first; then
 * the patterns in their order. Patterns come from members, so they run in linear time (RE2) and are limited in size;
 * those that `isPattern` refuses are left out.
 */
export function compilePronunciations(entries: readonly Pronunciation[]): Pronounce {
  const exact = wordPass(
    entries.filter(({ kind, matchCase }) => kind === 'word' && matchCase),
    'gu',
  )
  const loose = wordPass(
    entries.filter(({ kind, matchCase }) => kind === 'word' && !matchCase),
    'giu',
  )
  const patterns = entries.filter(({ kind }) => kind === 'pattern').flatMap(patternPass)
  const passes = [exact, loose, ...patterns]
  return (text, hold) => passes.reduce((spoken, pass) => pass(spoken, hold), text)
}

/** True for a regular expression that can be compiled and is small enough to be tried on every message. */
export function isPattern(source: string): boolean {
  return compilePattern(source, true) !== undefined
}

function wordPass(entries: readonly Pronunciation[], flags: 'gu' | 'giu'): Pronounce {
  const fold = (written: string) => (flags === 'gu' ? written : written.toLowerCase())
  const spoken = new Map(entries.toReversed().map((entry) => [fold(entry.written), entry.spoken]))
  spoken.delete('')
  if (spoken.size === 0) return (text) => text
  const words = [...spoken.keys()].sort((a, b) => b.length - a.length).map(wholeWord)
  const any = new RegExp(words.join('|'), flags)
  return (text, hold) => text.replace(any, (word) => hold(spoken.get(fold(word)) ?? word))
}

/** Scripts without spaces have no word borders to insist on. */
function wholeWord(written: string): string {
  const literal = written.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const before = startsSpaced.test(written) ? '(?<![\\p{L}\\p{N}_])' : ''
  const after = endsSpaced.test(written) ? '(?![\\p{L}\\p{N}\\p{M}_])' : ''
  return before + literal + after
}

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}ー'
const startsSpaced = new RegExp(`^(?![${unspaced}])[\\p{L}\\p{N}]`, 'u')
const endsSpaced = new RegExp(`(?![${unspaced}])[\\p{L}\\p{N}]\\p{M}*$`, 'u')

function patternPass({ written, spoken, matchCase }: Pronunciation): Pronounce[] {
  const pattern = compilePattern(written, matchCase)
  if (!pattern) return []
  return [
    (text, hold) => {
      const matcher = pattern.matcher(text)
      let done = ''
      let at = 0
      while (matcher.find()) {
        if (matcher.end() === matcher.start()) continue
        done += text.slice(at, matcher.start()) + hold(spoken)
        at = matcher.end()
      }
      return done + text.slice(at)
    },
  ]
}

/** RE2 is linear in text times pattern, so the pattern has a limit too: after repetitions like {1000} are unrolled. */
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
