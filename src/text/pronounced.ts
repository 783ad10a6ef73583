import type { SpeakContext } from './context.ts'

/** What the dictionaries say for exactly this writing; undefined where no entry covers all of it. */
export function pronounced(written: string, { pronunciations }: SpeakContext): string | undefined {
  for (const pass of pronunciations.flat()) {
    let whole: string | undefined
    const rest = pass(written, (spoken, from, to) => {
      if (from === 0 && to === written.length) whole = spoken
      return ''
    })
    if (whole !== undefined && rest === '') return whole
  }
  return undefined
}
