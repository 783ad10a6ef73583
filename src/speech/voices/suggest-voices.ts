import { prefixDistance } from '../../kernel/edit-distance.ts'
import { isLanguageCode, languageOf } from '../../kernel/languages.ts'
import type { Voice } from '../engine.ts'

/** What Discord shows under an option at most. */
const MAX_SUGGESTIONS = 25
const MAX_LABEL = 100

/**
 * Voices for what somebody has typed so far: by name, language, gender, dialect or description, where every typed word
 * begins a word (`male` is no part of `female`); names that begin with it first. When there is none, misspelt words are
 * forgiven.
 */
export function suggestVoices(typed: string, voices: readonly Voice[]): { name: string; value: string }[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const exact = ranked(voices, (voice) => rankOf(voice, words, begins))
  const found = exact.length > 0 ? exact : ranked(voices, (voice) => rankOf(voice, words, nearlyBegins))
  return found.slice(0, MAX_SUGGESTIONS).map((voice) => ({ name: labelOf(voice), value: voice.id }))
}

function ranked(voices: readonly Voice[], rank: (voice: Voice) => number): Voice[] {
  return voices
    .map((voice) => ({ voice, rank: rank(voice) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ voice }) => voice)
}

type Matches = (part: string, word: string) => boolean

const begins: Matches = (part, word) => part.startsWith(word)

/** One wrong letter in three, two in a long word; shorter words are like too many others. */
const nearlyBegins: Matches = (part, word) =>
  word.length >= 3 && prefixDistance(word, part) <= (word.length < 6 ? 1 : 2)

function labelOf({ id, description, dialect }: Voice): string {
  const label = dialect ? `${id}: ${description} (${dialect})` : `${id}: ${description}`
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1)}…`
}

function rankOf(voice: Voice, words: readonly string[], matches: Matches): number {
  const name = voice.id.toLowerCase()
  const languages = voice.languages
    .filter(isLanguageCode)
    .flatMap((code) => [code, languageOf(code).name, languageOf(code).native])
  const about = [voice.gender, voice.description, voice.dialect ?? '', ...languages].join(' ').toLowerCase()
  const parts = about.split(/[^\p{L}]+/u)
  let rank = 0
  for (const word of words) {
    if (matches(name, word)) rank += 0
    else if (name.includes(word)) rank += 1
    else if (parts.some((part) => matches(part, word))) rank += 2
    else return Number.POSITIVE_INFINITY
  }
  return rank
}
