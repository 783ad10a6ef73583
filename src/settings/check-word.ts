import { RE2JS } from 're2js'
import { LectorError } from '../kernel/errors.ts'
import { ROOM_FOR_PATTERNS, WORD_RULES } from './limits.ts'
import type { Word, WordOwner } from './types.ts'
import { checkValue } from './validate.ts'

/**
 * RE2 takes time in proportion to the text times the size of the compiled pattern, and `\pL{999}` is a short way to
 * write a large one: it was measured at 85 ms for one message of 2000 characters. This size stays near 20 ms at its worst.
 */
const LARGEST_PROGRAM = 120

/**
 * Throws unless the word may be kept. A pattern must be one that RE2 can run, so that no member can stop the bot with a
 * pattern that backtracks. It must not match the empty text either, or its replacement would be said between every two
 * letters. https://github.com/google/re2/wiki/Syntax
 */
export function checkWord(word: Word): void {
  checkValue('word kind', { kind: 'choice', of: ['literal', 'regex'] }, word.kind)
  checkValue('pattern', WORD_RULES.pattern, word.pattern)
  checkValue('replacement', WORD_RULES.replacement, word.replacement)
  checkValue('whole word', { kind: 'switch' }, word.wholeWord)
  checkValue('match case', { kind: 'switch' }, word.matchCase)
  if (word.kind === 'regex' && !isUsable(word)) {
    throw new LectorError('settings.bad-pattern', {}, 'Cannot keep a word: its pattern is not a usable RE2 expression')
  }
}

/** Throws `settings.patterns-too-large` when the patterns of one list would take too long on each message together. */
export function checkPatterns({ user }: WordOwner, words: readonly Word[]): void {
  const patterns = words.filter(({ kind }) => kind === 'regex')
  const size = patterns.reduce((sum, word) => sum + (compile(expressionOf(word), word)?.programSize() ?? 0), 0)
  const room = user === undefined ? ROOM_FOR_PATTERNS.guild : ROOM_FOR_PATTERNS.member
  if (size <= room) return
  throw new LectorError('settings.patterns-too-large', {}, 'Cannot keep words: their patterns are too large together')
}

/** What a text is searched for: the pattern itself, or with the borders of a word around it. */
export function expressionOf({ pattern, wholeWord }: Pick<Word, 'pattern' | 'wholeWord'>): string {
  return wholeWord ? `\\b(?:${pattern})\\b` : pattern
}

function isUsable(word: Word): boolean {
  const pattern = compile(word.pattern, word)
  if (!pattern || pattern.programSize() > LARGEST_PROGRAM || pattern.matcher('').find()) return false
  // A quotation that is never closed, as in `\Qa`, would swallow the border behind it.
  return compile(expressionOf(word), word) !== undefined
}

function compile(expression: string, { matchCase }: Word): RE2JS | undefined {
  try {
    return RE2JS.compile(expression, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch {
    return undefined
  }
}
