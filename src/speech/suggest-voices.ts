import { languageOf } from '../kernel/languages.ts'
import type { Voice } from './engine.ts'

/** What Discord shows under an option at most. */
const MAX_SUGGESTIONS = 25
const MAX_LABEL = 100

/**
 * Voices for what somebody has typed so far: by name, language, gender, dialect or description, where every typed word
 * begins a word (`male` is no part of `female`); names that begin with it first.
 */
export function suggestVoices(typed: string, voices: readonly Voice[]): { name: string; value: string }[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return voices
    .map((voice) => ({ voice, rank: rankOf(voice, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ voice }) => ({ name: labelOf(voice), value: voice.id }))
}

function labelOf({ id, description, dialect }: Voice): string {
  const label = dialect ? `${id}: ${description} (${dialect})` : `${id}: ${description}`
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1)}…`
}

function rankOf(voice: Voice, words: readonly string[]): number {
  const name = voice.id.toLowerCase()
  const languages = voice.languages.flatMap((code) => [code, languageOf(code).name, languageOf(code).native])
  const about = [voice.gender, voice.description, voice.dialect ?? '', ...languages].join(' ').toLowerCase()
  let rank = 0
  for (const word of words) {
    if (name.startsWith(word)) rank += 0
    else if (name.includes(word)) rank += 1
    else if (about.split(/[^\p{L}]+/u).some((part) => part.startsWith(word))) rank += 2
    else return Number.POSITIVE_INFINITY
  }
  return rank
}
