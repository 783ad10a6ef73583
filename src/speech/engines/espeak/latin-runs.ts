import type { SpokenCode } from '../../../kernel/spoken-languages.ts'

/** A stretch of text, and the language whose voice says it. */
export interface Run {
  readonly text: string
  readonly language: SpokenCode
}

/**
 * Cuts text at words in Latin letters where the voice would spell them: eSpeak's Japanese voice says "Ana says" as
 * "A N A S A Y S". Its English voice says such words; its other voices switch by themselves.
 */
export function runsOf(text: string, language: SpokenCode): Run[] {
  if (language !== 'ja') return [{ text, language }]
  return text
    .split(LATIN)
    .map((part, index) => ({ text: part, language: index % 2 === 1 ? ('en' as const) : language }))
    .filter((run) => /[\p{L}\p{N}]/u.test(run.text))
}

/** Words of two letters and more, with what stands between them; single letters are said as letters. */
const LATIN =
  /(\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]+(?:[ ,]+\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*)*[.,:!?]?)/u
