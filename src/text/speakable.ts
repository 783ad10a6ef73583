import { clean } from './clean.ts'
import type { SpeakContext } from './context.ts'
import { countGraphemes, cut } from './cut.ts'
import type { Lookups, Message } from './message.ts'
import { extraParts, forwardPart, isWordless, type Part, speakerPart } from './parts.ts'
import { joinWith, punctuationOf } from './punctuation.ts'

export type Speakable =
  | {
      readonly kind: 'speech'
      /** All parts, joined as they are to be spoken. */
      readonly text: string
      readonly parts: readonly Part[]
      /** What was typed, without names and phrases: this tells the language. May be empty. */
      readonly words: string
      /** True when the limit took something away. */
      readonly cut: boolean
    }
  /** Nothing in it can be said. */
  | { readonly kind: 'empty' }

/** From a message to what is said about it. Never throws, whatever the message holds. */
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

/** Any text that people wrote: `/say` and previews speak by the same rules as messages. */
export function speakableText(content: string, lookups: Lookups, context: SpeakContext): Speakable {
  return speakable({ content, lookups, author: '' }, { ...context, announce: false })
}

/** A voice makes nothing of signs alone. */
function isSpoken({ text }: Part): boolean {
  return /[\p{L}\p{N}\p{Sc}]/u.test(text)
}

/** Words share the limit, and the first part that exceeds it ends them; what is wordless is always announced. */
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
