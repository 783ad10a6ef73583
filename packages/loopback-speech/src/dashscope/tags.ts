import { SAMPLE_RATE } from '../audio/pcm.ts'
import { resample } from '../audio/resample.ts'
import { sineOf } from '../audio/sine.ts'
import { AUDIO_TAGS } from '../tables.ts'

/** A stretch of text in one way of speaking, or a sound that is no word. */
export type Stretch =
  | { readonly kind: 'words'; readonly text: string; readonly tag?: string }
  | { readonly kind: 'sound'; readonly tag: string }

/**
 * Takes a text apart at its tags. A way of speaking lasts until the next one or the end of the sentence; brackets
 * around other words are text. Whether the provider minds the case of a tag is not known: every case counts here, so
 * that no client can rely on it.
 */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let tag: string | undefined
  let at = 0
  const words = (end: number) => {
    const [first = '', ...rest] = text.slice(at, end).split(/(?<=[.!?。！？])(?=\s|$)/)
    for (const [index, part] of [first, ...rest].entries()) {
      if (index > 0) tag = undefined
      if (part !== '') stretches.push({ kind: 'words', text: part, ...(tag !== undefined && { tag }) })
    }
  }
  for (const { name, index, end } of tagMatches(text)) {
    words(index)
    at = end
    if (AUDIO_TAGS.control.includes(name)) tag = name
    else stretches.push({ kind: 'sound', tag: name })
  }
  words(text.length)
  return stretches
}

/** Names of the tags that a text holds, in order. */
export function tagsIn(text: string): string[] {
  return tagMatches(text).map(({ name }) => name)
}

function tagMatches(text: string): { readonly name: string; readonly index: number; readonly end: number }[] {
  return [...text.matchAll(/\[([^\][]+)\]/g)].flatMap(({ index, 0: found, 1: words = '' }) => {
    const name = words.trim().replace(/\s+/g, ' ').toLowerCase()
    const known = AUDIO_TAGS.control.includes(name) || AUDIO_TAGS.sound.includes(name)
    return known ? [{ name, index, end: index + found.length }] : []
  })
}

/** Speaks a text so that each tag is heard: ways of speaking by their pitch, sounds as a tone above all voices. */
export async function* speakWithTags(
  text: string,
  speak: (words: string) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  for (const stretch of stretchesOf(text)) {
    if (stretch.kind === 'sound') yield soundOfTag(stretch.tag)
    else if (stretch.text.trim() === '') continue
    else if (stretch.tag === undefined) yield* speak(stretch.text)
    else yield* resample(speak(stretch.text), SAMPLE_RATE / pitchOfTag(stretch.tag))
  }
}

/** How much higher words are under a way of speaking: 1.04 for the first, and so on. */
export function pitchOfTag(tag: string): number {
  return 1 + 0.04 * (AUDIO_TAGS.control.indexOf(tag) + 1)
}

/** A quarter of a second at 3,000 Hz and above. */
export function soundOfTag(tag: string): Buffer {
  return sineOf({ frequency: 3_000 + 100 * AUDIO_TAGS.sound.indexOf(tag), seconds: 0.25 })
}
