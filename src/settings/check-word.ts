import { RE2JS } from 're2js'
import { LectorError } from '../kernel/errors.ts'
import { WORD_RULES } from './limits.ts'
import type { Word } from './types.ts'
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
  if (word.kind === 'regex' && !isUsable(word.pattern)) {
    throw new LectorError('settings.bad-pattern', {}, 'Cannot keep a word: its pattern is not a usable RE2 expression')
  }
}

function isUsable(pattern: string): boolean {
  try {
    const compiled = RE2JS.compile(pattern)
    return compiled.programSize() <= LARGEST_PROGRAM && !compiled.matcher('').find()
  } catch {
    return false
  }
}
