import { expressionOf } from '../settings/check-word.ts'
import type { Word } from '../settings/types.ts'
import type { Pronunciation } from '../text/pronunciation.ts'
import { compileDictionary, type Dictionary } from '../text/pronunciations.ts'

const compiled = new WeakMap<readonly Word[], Dictionary>()

/** The compiled dictionary of a word list. Settings are snapshots, so each list is compiled once. */
export function dictionaryOf(words: readonly Word[]): Dictionary {
  const known = compiled.get(words)
  if (known) return known
  const dictionary = compileDictionary(words.map(pronunciationOf))
  compiled.set(words, dictionary)
  return dictionary
}

function pronunciationOf(word: Word): Pronunciation {
  const { kind, pattern, replacement: spoken, wholeWord, matchCase } = word
  if (kind === 'regex') return { kind: 'pattern', written: expressionOf(word), spoken, matchCase }
  return { kind: wholeWord ? 'word' : 'letters', written: pattern, spoken, matchCase }
}
