import { type Matcher, RE2JS } from 're2js'
import { boundedPass } from './bounded-pass.ts'
import type { Pass, Pronunciation } from './pronunciation.ts'
import { invisible } from './steps/invisible.ts'
import { plainLetters } from './steps/plain-letters.ts'
import { wordPass } from './word-pass.ts'

/** A compiled dictionary. A pass must not see what an earlier pass replaced. */
export type Dictionary = readonly Pass[]

/**
 * Compiles a dictionary; do it once for each change of settings. All words and letters are found in one pass, longest
 * first; then the patterns in their order. Patterns come from members, so they run in linear time (RE2) and are limited
 * in size, each and all together: those that cannot be compiled, or for which there is no room, are left out.
 */
export function compileDictionary(entries: readonly Pronunciation[]): Dictionary {
  const literals = entries.filter(({ kind }) => kind !== 'pattern').flatMap(asRead)
  return [
    ...[true, false].flatMap((matchCase) => {
      const found = literals.filter((entry) => entry.matchCase === matchCase)
      return found.length > 0 ? [wordPass(found, matchCase)] : []
    }),
    ...patternsOf(entries)
      .map(patternPass)
      .map((pass) => boundedPass(pass)),
  ]
}

/** Texts are searched after decorated letters have become plain, so an entry is found by its plain letters. */
function asRead(entry: Pronunciation): Pronunciation[] {
  const written = plainLetters(invisible(entry.written)).replace(/[\uFE0E\uFE0F]$/u, '')
  return written === '' ? [] : [{ ...entry, written }]
}

type CompiledPattern = Pick<Pronunciation, 'spoken'> & { readonly pattern: RE2JS }

/** RE2 takes time for text times pattern: so much is tried on each message, after repetitions like {100} are unrolled. */
const ROOM_FOR_PATTERNS = 600
const LONGEST_PATTERN = 200

function patternsOf(entries: readonly Pronunciation[]): CompiledPattern[] {
  const patterns: CompiledPattern[] = []
  let room = ROOM_FOR_PATTERNS
  for (const { kind, written, spoken, matchCase } of entries) {
    const pattern = kind === 'pattern' ? compilePattern(written, matchCase) : undefined
    const size = pattern?.programSize() ?? 0
    if (!pattern || size > room) continue
    patterns.push({ pattern, spoken })
    room -= size
  }
  return patterns
}

function compilePattern(source: string, matchCase: boolean): RE2JS | undefined {
  if (source === '' || source.length > LONGEST_PATTERN) return undefined
  try {
    return RE2JS.compile(source, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch {
    return undefined
  }
}

function patternPass({ pattern, spoken }: CompiledPattern): Pass {
  return (text, hold) => {
    const matcher = pattern.matcher(text)
    let done = ''
    let at = 0
    while (matcher.find()) {
      if (matcher.end() === matcher.start()) continue
      done += text.slice(at, matcher.start()) + hold(withGroups(spoken, matcher), matcher.start(), matcher.end())
      at = matcher.end()
    }
    return done + text.slice(at)
  }
}

function withGroups(spoken: string, matcher: Matcher): string {
  return spoken.replace(/\$([1-9])/g, (_, digit: string) => {
    const group = Number(digit)
    return group > matcher.groupCount() ? '' : (matcher.group(group) ?? '')
  })
}
