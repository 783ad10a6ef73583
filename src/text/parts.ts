import { spokenAttachments } from './attachments.ts'
import { type Cleaned, cleanTitle } from './clean.ts'
import type { SpeakContext } from './context.ts'
import { cut } from './cut.ts'
import { embedText } from './embeds.ts'
import type { Message, Snapshot } from './message.ts'
import { spokenName } from './names.ts'
import { joinWith, punctuationOf } from './punctuation.ts'

export interface Part {
  readonly kind: 'speaker' | 'text' | 'forward' | 'poll' | 'sticker' | 'embed' | 'attachment'
  readonly text: string
}

/** Announces the speaker and the addressee. `parts` are what they say or send. */
export function speakerPart(message: Message, parts: readonly Part[], context: SpeakContext): Part {
  const { phrases } = context
  const name = spokenName(message.author, context, phrases.someone)
  if (message.answering !== undefined) {
    const other = spokenName(message.answering, context, phrases.someone)
    return { kind: 'speaker', text: phrases.answers(name, other) }
  }
  return { kind: 'speaker', text: parts.every(isWordless) ? phrases.sends(name) : phrases.says(name) }
}

/** A forwarded message with its attachments and embeds. */
export function forwardPart({ spoken }: Cleaned, snapshot: Snapshot, context: SpeakContext): Part {
  const { colon, stop } = punctuationOf(context.language)
  // A forward without words is forwarded for its embed.
  const embeds = context.embeds === 'off' && snapshot.content.trim() === '' ? 'text' : context.embeds
  const phrases = [spoken, ...extraParts(snapshot, { ...context, embeds }).map(({ text }) => text)]
  return { kind: 'forward', text: joinWith(colon, [context.phrases.forwarded, joinWith(stop, phrases)]) }
}

/** Poll, embeds, stickers and attachments, in the order in which they are announced. */
export function extraParts(message: Snapshot & Pick<Message, 'poll'>, context: SpeakContext): Part[] {
  const { phrases } = context
  const { poll, stickers = [], embeds = [], attachments = [] } = message
  const title = (text: string) => cut(cleanTitle(text, message.lookups, context), LONGEST_TITLE)
  const titles = (texts: readonly string[]) => texts.map(title).filter((text) => text !== '')
  const options = titles(poll?.answers ?? [])
  return [
    ...as('poll', poll ? [phrases.poll(title(poll.question))] : []),
    ...as('poll', options.length > 0 ? [phrases.options(options)] : []),
    ...as(
      'embed',
      embeds
        .map((embed) => embedText(embed, message.lookups, context))
        .filter((text) => text !== '')
        .map(phrases.embed),
    ),
    ...as(
      'sticker',
      stickers.map((name) => phrases.sticker(spokenName(name, context, ''))),
    ),
    ...as('attachment', spokenAttachments(attachments, context)),
  ]
}

/** Pictures, files and stickers are announced however long the message is. */
export function isWordless({ kind }: Part): boolean {
  return kind === 'attachment' || kind === 'sticker'
}

/** In graphemes. Discord allows 300 characters in a poll's question and 256 in an embed's title. */
const LONGEST_TITLE = 300

function as(kind: Part['kind'], texts: readonly string[]): Part[] {
  return texts.map((text) => ({ kind, text }))
}
