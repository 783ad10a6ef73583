import { RE2JS } from 're2js'
import { LectorError } from '../kernel/errors.ts'
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
  if (word.kind === 'regex' && !isUsable(word)) {
    throw new LectorError('settings.bad-pattern', {}, 'Cannot save word: its pattern is not a usable RE2 expression')
  }
}

/** Throws `settings.patterns-too-large` if the patterns of one list together would take too long on each message. */
export function checkPatterns({ user }: WordOwner, words: readonly Word[]): void {
  const patterns = words.filter(({ kind }) => kind === 'regex')
  const size = patterns.reduce((sum, word) => sum + (compile(expressionOf(word), word)?.programSize() ?? 0), 0)
  const room = user === undefined ? ROOM_FOR_PATTERNS.guild : ROOM_FOR_PATTERNS.member
  if (size <= room) return
  throw new LectorError('settings.patterns-too-large', {}, 'Cannot save words: their patterns together are too large')
}

/** The expression to search for: the pattern itself, or the pattern between word boundaries. */
export function expressionOf({ pattern, wholeWord }: Pick<Word, 'pattern' | 'wholeWord'>): string {
  return wholeWord ? `\\b(?:${pattern})\\b` : pattern
}

function isUsable(word: Word): boolean {
  const pattern = compile(word.pattern, word)
  if (!pattern || pattern.programSize() > LARGEST_PROGRAM || pattern.matcher('').find()) return false
  // An unclosed quotation, as in `\Qa`, would swallow the boundary after it.
  return compile(expressionOf(word), word) !== undefined
}

function compile(expression: string, { matchCase }: Word): RE2JS | undefined {
  try {
    return RE2JS.compile(expression, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch {
    return undefined
  }
}
