/**
 * Phrases that are spoken between people's own words. They may occur in the middle of a sentence, so they are short,
 * start in lower case where the language allows it, and end without punctuation. Names get no endings and no articles.
 */
export interface Spoken {
  /** Before a message. */
  readonly says: (name: string) => string
  /** Before a reply. */
  readonly answers: (name: string, other: string) => string
  /** Before pictures and files without a text. */
  readonly sends: (name: string) => string

  readonly someone: string
  readonly aRole: string
  readonly aChannel: string
  readonly everyone: string
  /** Everyone who is online. */
  readonly everyoneHere: string
  readonly command: (name: string) => string

  readonly link: string
  readonly links: (count: number) => string
  readonly linkTo: (domain: string) => string
  readonly code: string
  readonly spoiler: string
  /** The same emoji several times. */
  readonly times: (count: number, name: string) => string
  /** Where emoji and faces are only counted. */
  readonly emojis: (count: number) => string
  /** The signs in an e-mail address. */
  readonly at: string
  readonly dot: string
  /** Signs that stand alone. */
  readonly signs: {
    readonly questionMark: string
    readonly exclamationMark: string
    readonly ellipsis: string
    readonly dot: string
    readonly plus: string
    readonly minus: string
    readonly equals: string
    /** "^" under somebody's message: what is above is right. */
    readonly arrowUp: string
    readonly slash: string
    readonly hash: string
    readonly at: string
    readonly percent: string
    readonly and: string
  }

  readonly forwarded: string
  readonly poll: (question: string) => string
  readonly options: (answers: readonly string[]) => string
  readonly sticker: (name: string) => string
  readonly embed: (title: string) => string
  readonly images: (count: number) => string
  readonly videos: (count: number) => string
  readonly audios: (count: number) => string
  readonly files: (count: number) => string
  readonly file: (name: string) => string
  readonly voiceMessage: string
  readonly duration: (ms: number) => string

  /** After a text that was cut. */
  readonly andSoOn: string

  /** Someone joined or left the voice channel. */
  readonly joins: (name: string) => string
  readonly leaves: (name: string) => string
  /** More messages arrived than could be read. */
  readonly leftOut: (count: number) => string
}
