import { spokenAttachments } from './attachments.ts'
import type { SpeakContext, Step } from './context.ts'
import { cut } from './cut.ts'
import type { Lookups, Message, Snapshot } from './message.ts'
import { spokenName } from './names.ts'
import { joinWith, punctuationOf } from './punctuation.ts'
import { ownWords, release } from './release.ts'
import { Slots } from './slots.ts'
import { customEmoji } from './steps/custom-emoji.ts'
import { emoji } from './steps/emoji.ts'
import { emoticons, famousKaomoji } from './steps/emoticons.ts'
import { hidden } from './steps/hidden.ts'
import { invisible } from './steps/invisible.ts'
import { links } from './steps/links.ts'
import { markdown } from './steps/markdown.ts'
import { mentions } from './steps/mentions.ts'
import { plainLetters } from './steps/plain-letters.ts'
import { pronounce } from './steps/pronounce.ts'
import { repeats } from './steps/repeats.ts'
import { shorthand } from './steps/shorthand.ts'
import { timestamps } from './steps/timestamps.ts'
import { whitespace } from './steps/whitespace.ts'

export interface Part {
  readonly kind: 'speaker' | 'text' | 'forward' | 'poll' | 'sticker' | 'embed' | 'attachment'
  readonly text: string
}

export type Speakable =
  | {
      readonly kind: 'speech'
      /** All parts, joined as they are to be spoken. */
      readonly text: string
      readonly parts: readonly Part[]
      /** What the writer typed, without names and phrases: this tells the language. May be empty. */
      readonly words: string
      /** True when the limit took something away. */
      readonly cut: boolean
    }
  /** Nothing in it can be said. */
  | { readonly kind: 'empty' }

/**
 * The order is the meaning. Secrets go first, before anything could swallow a bar of theirs; emoji and mentions before
 * links, which would take `<a:name:id>` for an address; marks only after everything that contains some; dictionaries
 * on plain words; and the cut last, when no half mark can be left behind.
 */
const STEPS: readonly Step[] = [
  invisible,
  plainLetters,
  famousKaomoji,
  hidden,
  customEmoji,
  mentions,
  timestamps,
  links,
  emoji,
  emoticons,
  markdown,
  pronounce,
  repeats,
  shorthand,
  whitespace,
]

/** From a message to what is said about it. Never throws, whatever the message holds. */
export function speakable(message: Message, context: SpeakContext): Speakable {
  const own = clean(message.content, message.lookups, context)
  const all = [part('text', own.spoken), ...forwards(message, context), ...extras(message, context)].filter(isSpoken)
  if (all.length === 0) return { kind: 'empty' }
  const within = withinLimit(all, context)
  const parts = context.announce ? [speaker(message, all, context), ...within.parts] : within.parts
  return { kind: 'speech', text: joined(parts, context), parts, words: own.words, cut: within.cut }
}

/** Any text that people wrote, through all steps: `/say` and previews speak by the same rules as messages. */
export function speakableText(content: string, lookups: Lookups, context: SpeakContext): Speakable {
  return speakable({ content, lookups, author: '' }, { ...context, announce: false })
}

function clean(content: string, lookups: Lookups, context: SpeakContext): { spoken: string; words: string } {
  const slots = new Slots()
  const text = STEPS.reduce((text, step) => step(text, { context, lookups, slots }), content)
  return { spoken: release(text, slots, context), words: ownWords(text, slots) }
}

function forwards({ forwards = [] }: Message, context: SpeakContext): Part[] {
  const { colon, stop } = punctuationOf(context.language)
  return forwards.map((snapshot) => {
    const { spoken } = clean(snapshot.content, snapshot.lookups, context)
    const phrases = [spoken, ...extras(snapshot, context).map(({ text }) => text)]
    return part('forward', joinWith(colon, [context.phrases.forwarded, joinWith(stop, phrases)]))
  })
}

function extras(message: Snapshot & Pick<Message, 'poll'>, context: SpeakContext): Part[] {
  const { phrases } = context
  const { poll, stickers = [], embedTitles = [], attachments = [] } = message
  const title = (text: string) => cut(clean(text, message.lookups, context).spoken, LONGEST_TITLE)
  return [
    ...(poll ? [part('poll', phrases.poll(title(poll.question)))] : []),
    ...(poll && poll.answers.length > 0
      ? [part('poll', phrases.options(poll.answers.map(title).filter(Boolean)))]
      : []),
    ...embedTitles
      .map(title)
      .filter(Boolean)
      .map((text) => part('embed', phrases.embed(text))),
    ...stickers.map((name) => part('sticker', phrases.sticker(spokenName(name, context, '')))),
    ...spokenAttachments(attachments, context).map((text) => part('attachment', text)),
  ]
}

/** Discord allows 300 characters in a poll's question and 256 in an embed's title. */
const LONGEST_TITLE = 300

function speaker(message: Message, parts: readonly Part[], { phrases, ...context }: SpeakContext): Part {
  const name = spokenName(message.author, { phrases, ...context }, phrases.someone)
  const wordless = parts.every(({ kind }) => kind === 'attachment' || kind === 'sticker')
  if (message.answering === undefined) return part('speaker', wordless ? phrases.sends(name) : phrases.says(name))
  const other = spokenName(message.answering, { phrases, ...context }, phrases.someone)
  return part('speaker', phrases.answers(name, other))
}

/** Words share the limit; pictures and stickers are a phrase each and are always announced. */
function withinLimit(parts: readonly Part[], { limit, phrases, language }: SpeakContext) {
  const kept: Part[] = []
  let left = limit
  let isCut = false
  for (const { kind, text } of parts) {
    const beginning = kind === 'attachment' || kind === 'sticker' ? text : cut(text, left)
    if (beginning === text) kept.push({ kind, text })
    else if (!isCut) kept.push({ kind, text: joinWith(punctuationOf(language).comma, [beginning, phrases.andSoOn]) })
    isCut ||= beginning !== text
    if (kind !== 'attachment' && kind !== 'sticker') left = isCut ? 0 : left - text.length
  }
  return { parts: kept, cut: isCut }
}

function joined(parts: readonly Part[], { language }: SpeakContext): string {
  const { colon, stop } = punctuationOf(language)
  const [first, ...others] = parts
  if (first?.kind !== 'speaker')
    return joinWith(
      stop,
      parts.map(({ text }) => text),
    )
  return (
    first.text +
    colon +
    joinWith(
      stop,
      others.map(({ text }) => text),
    )
  )
}

function part(kind: Part['kind'], text: string): Part {
  return { kind, text }
}

/** A voice makes nothing of signs alone. */
function isSpoken({ text }: Part): boolean {
  return /[\p{L}\p{N}\p{Sc}]/u.test(text)
}
