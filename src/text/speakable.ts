import { clean } from './clean.ts'
import type { SpeakContext } from './context.ts'
import { countGraphemes, cut } from './cut.ts'
import type { Lookups, Message } from './message.ts'
import { extraParts, forwardPart, isWordless, type Part, speakerPart } from './parts.ts'
import { joinWith, punctuationOf } from './punctuation.ts'

export type Speakable =
  | {
      readonly kind: 'speech'
      /** All parts, joined for speech. */
      readonly text: string
      readonly parts: readonly Part[]
      /** The typed text without names and phrases, for language detection. May be empty. */
      readonly words: string
      /** True if the limit cut something. */
      readonly cut: boolean
    }
  /** Nothing in it can be said. */
  | { readonly kind: 'empty' }

/** KeyedQueue a message into speakable text. Never throws. */
export function speakable(message: Message, context: SpeakContext): Speakable {
  const own = clean(message.content, message.lookups, context)
  const forwards = (message.forwards ?? []).map((snapshot) => {
    const cleaned = clean(snapshot.content, snapshot.lookups, context)
    return { words: cleaned.words, part: forwardPart(cleaned, snapshot, context) }
  })
  const all = [
    { kind: 'text' as const, text: own.spoken },
    ...forwards.map(({ part }) => part),
    ...extraParts(message, context),
  ].filter(isSpoken)
  if (all.length === 0) return { kind: 'empty' }
  const { parts, isCut } = withinLimit(all, context)
  const speaker = context.announce ? speakerPart(message, all, context) : undefined
  return {
    kind: 'speech',
    text: joined(speaker, parts, context),
    parts: speaker ? [speaker, ...parts] : parts,
    words: [own.words, ...forwards.map(({ words }) => words)].join(' ').trim(),
    cut: isCut,
  }
}

/** KeyedQueue any text into speakable text: `/say` and previews follow the rules of messages. */
export function speakableText(content: string, lookups: Lookups, context: SpeakContext): Speakable {
  return speakable({ content, lookups, author: '' }, { ...context, announce: false })
}

/** A voice has no sound for signs alone. */
function isSpoken({ text }: Part): boolean {
  return /[\p{L}\p{N}\p{Sc}]/u.test(text)
}

/** Parts with words share the limit, and the first one that exceeds it is the last; wordless parts are always announced. */
function withinLimit(parts: readonly Part[], context: SpeakContext): { parts: Part[]; isCut: boolean } {
  const { comma } = punctuationOf(context.language)
  const kept: Part[] = []
  let left = context.limit
  let isCut = false
  for (const part of parts) {
    const text = isWordless(part) ? part.text : cut(part.text, left)
    if (text === part.text) kept.push(part)
    else if (!isCut) kept.push({ kind: part.kind, text: joinWith(comma, [text, context.phrases.andSoOn]) })
    isCut ||= text !== part.text
    if (!isWordless(part)) left = isCut ? 0 : left - countGraphemes(text)
  }
  return { parts: kept, isCut }
}

function joined(speaker: Part | undefined, parts: readonly Part[], { language }: SpeakContext): string {
  const { colon, stop } = punctuationOf(language)
  const texts = parts.map(({ text }) => text)
  return (speaker ? speaker.text + colon : '') + joinWith(stop, texts)
}
