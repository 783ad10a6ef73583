import type { Id } from '../settings/types.ts'
import type { Message } from '../text/message.ts'

/** A message as it arrives, with everything that decides whether it is read. */
export interface Incoming {
  readonly id: Id
  readonly guild: Id
  /** Where it was written: a text channel, a thread, or the chat of a voice channel. */
  readonly channel: Id
  /** The channel or forum that a thread belongs to. */
  readonly parent?: Id
  readonly author: Author
  /** Author of the message that it answers. */
  readonly answering?: Id
  /** A `command` is a bot's answer to one; `system` is what Discord itself writes, such as "Tom pinned a message". */
  readonly kind: 'message' | 'command' | 'system'
  /** Sent with `@silent`: without a notification. */
  readonly silent: boolean
  /** Written in an age-restricted channel. */
  readonly ageRestricted: boolean
  /** Milliseconds since 1970. */
  readonly writtenAt: number
  readonly message: Message
}

export interface Author {
  readonly id: Id
  /** `self` is this bot. */
  readonly kind: 'person' | 'bot' | 'webhook' | 'self'
  /** Undefined when Discord did not say. */
  readonly roles: readonly Id[] | undefined
  /** The author's voice channel. */
  readonly voiceChannel?: Id
  /** A moderator muted the author in voice. */
  readonly muted: boolean
}

/** Identifies the speaker. A webhook speaks for many people, so its messages are told apart by name. */
export function speakerOf({ author, message }: Incoming): string {
  return author.kind === 'webhook' ? `${author.id}/${message.author}` : author.id
}
