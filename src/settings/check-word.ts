import { RE2JS } from 're2js'
import { type ErrorParams, LectorError } from '../kernel/errors.ts'
import { inSlices } from '../kernel/slices.ts'
import { ROOM_FOR_PATTERNS, WORD_RULES } from './limits.ts'
import type { Word, WordOwner } from './types.ts'
import { checkValue } from './validate.ts'

/**
 * RE2's run time is proportional to the text times the size of the compiled pattern, and `\pL{999}` is a short way to
 * write a large one: measured at 85 ms for a message of 2000 characters. This limit stays near 20 ms at worst.
 */
const LARGEST_PROGRAM = 120

/**
 * Throws unless the word can be saved. RE2 must be able to run the pattern, so that no member can stall the bot with
 * one that backtracks. It must not match the empty text either, or its replacement would be spoken between all
 * letters. https://github.com/google/re2/wiki/Syntax
 */
export function checkWord(word: Word): void {
  checkValue('word kind', { kind: 'choice', of: ['literal', 'regex'] }, word.kind)
  checkValue('pattern', WORD_RULES.pattern, word.pattern)
  checkValue('replacement', WORD_RULES.replacement, word.replacement)
  checkValue('whole word', { kind: 'switch' }, word.wholeWord)
  checkValue('match case', { kind: 'switch' }, word.matchCase)
  const reason = word.kind === 'regex' ? obstacleOf(word) : undefined
  if (reason) {
    throw new LectorError('settings.bad-pattern', { reason }, `Cannot save word: its pattern is unusable (${reason})`)
  }
}

/**
 * Throws unless all words of one list may be kept, `settings.patterns-too-large` when their patterns would take too long
 * on each message together. Works in slices, because compiling hundreds of patterns takes a while.
 */
export async function checkWords({ user }: WordOwner, words: readonly Word[]): Promise<void> {
  const nextSlice = inSlices()
  let room: number = user === undefined ? ROOM_FOR_PATTERNS.guild : ROOM_FOR_PATTERNS.member
  for (const word of words) {
    checkWord(word)
    if (word.kind === 'literal') continue
    room -= compile(expressionOf(word), word)?.programSize() ?? 0
    if (room < 0) {
      const message = 'Cannot keep words: their patterns are too large together'
      throw new LectorError('settings.patterns-too-large', {}, message)
    }
    await nextSlice()
  }
}

/** The expression to search for: the pattern itself, or the pattern between word boundaries. */
export function expressionOf({ pattern, wholeWord }: Pick<Word, 'pattern' | 'wholeWord'>): string {
  return wholeWord ? `\\b(?:${pattern})\\b` : pattern
}

function obstacleOf(word: Word): ErrorParams['settings.bad-pattern']['reason'] | undefined {
  // Compiling `\pL{999}` takes 80 ms, so what is plainly too large is not compiled.
  if (unrolledSize(word.pattern) > LARGEST_PROGRAM * 2) return 'too-large'
  const pattern = compile(word.pattern, word)
  if (!pattern) return isPattern(word.pattern) ? 'unsupported' : 'syntax'
  if (pattern.programSize() > LARGEST_PROGRAM) return 'too-large'
  if (pattern.matcher('').find()) return 'empty'
  // An unclosed quotation, as in `\Qa`, would swallow the boundary after it.
  return compile(expressionOf(word), word) ? undefined : 'syntax'
}

/** JavaScript knows what RE2 leaves out on purpose; it only compiles the pattern here, and never runs it. */
function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

/** About how many instructions a pattern becomes once its repetitions are unrolled. */
function unrolledSize(pattern: string): number {
  const groups = [0]
  let last = 0
  for (const [token, least, most = least] of pattern.matchAll(TOKEN)) {
    if (token === '(') groups.push(0)
    else if (most !== undefined) {
      groups.push(groups.pop()! + last * (Number(most) - 1))
      continue
    }
    const isEnd = token === ')' && groups.length > 1
    last = isEnd ? groups.pop()! : token === '(' ? 0 : 1
    groups.push((groups.pop() ?? 0) + last)
  }
  return groups.reduce((sum, size) => sum + size, 0)
}

/** An escape, a class, a repetition with its upper bound, or any other character. */
const TOKEN = /\\.|\[(?:\\.|[^\]])*\]|\{(\d+),?(\d+)?\}|./gsu

function compile(expression: string, { matchCase }: Word): RE2JS | undefined {
  try {
    return RE2JS.compile(expression, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch {
    return undefined
  }
}
