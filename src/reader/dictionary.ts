import type { Word } from '../settings/types.ts'
import { compileDictionary, type Dictionary, type Pronunciation } from '../text/pronunciations.ts'

const compiled = new WeakMap<readonly Word[], Dictionary>()

/** The words of a server or member, ready to use. Settings are snapshots, so each list is compiled once. */
export function dictionaryOf(words: readonly Word[]): Dictionary {
  const known = compiled.get(words)
  if (known) return known
  const dictionary = compileDictionary(words.map(pronunciationOf))
  compiled.set(words, dictionary)
  return dictionary
}

/** A word that is also found inside longer ones, and a pattern that is not, are both written as patterns. */
function pronunciationOf({ kind, pattern, replacement, wholeWord, matchCase }: Word): Pronunciation {
  const common = { spoken: replacement, matchCase }
  if (kind === 'literal') {
    return wholeWord
      ? { ...common, kind: 'word', written: pattern }
      : { ...common, kind: 'pattern', written: pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') }
  }
  return { ...common, kind: 'pattern', written: wholeWord ? `\\b(?:${pattern})\\b` : pattern }
}
