/**
 * A Discord message as plain data, with everything that may be spoken and nothing else.
 */
export interface Message {
  /** Raw markup as Discord stores it: `<@1>`, `||…||`, `<t:0:R>`. */
  readonly content: string
  /** Display name in the server. */
  readonly author: string
  /** Display name of the author of the message that this one answers. */
  readonly answering?: string
  readonly attachments?: readonly Attachment[]
  /** Sticker names. */
  readonly stickers?: readonly string[]
  readonly poll?: Poll
  /** Rich embeds, in order. */
  readonly embeds?: readonly Embed[]
  /** Forwarded messages. */
  readonly forwards?: readonly Snapshot[]
  readonly lookups: Lookups
}

/** A forwarded message: Discord keeps its body, but not its author. */
export type Snapshot = Pick<Message, 'content' | 'attachments' | 'stickers' | 'embeds' | 'lookups'>

export interface Attachment {
  readonly kind: 'image' | 'video' | 'audio' | 'voice-message' | 'file'
  /** File name with its extension. */
  readonly name: string
  readonly durationMs?: number
  /** Hidden as a spoiler: announced without its name. */
  readonly spoiler?: boolean
}

/** The words of an embed. */
export interface Embed {
  readonly author?: string
  readonly title?: string
  readonly description?: string
  readonly fields?: readonly { readonly name: string; readonly value: string }[]
  readonly footer?: string
}

export interface Poll {
  readonly question: string
  readonly answers: readonly string[]
}

/** Names for the ids in the markup; a missing id is spoken as "someone" or "a channel". */
export interface Lookups {
  /** Display names in the server. */
  readonly users: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, string>
  readonly channels: ReadonlyMap<string, string>
}

export const NO_LOOKUPS: Lookups = { users: new Map(), roles: new Map(), channels: new Map() }
