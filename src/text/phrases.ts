/**
 * Phrases that steps insert, in the language of the server. They fit into the middle of a sentence and end without
 * punctuation. Counts are whole numbers from 1.
 */
export interface SpokenPhrases {
  /** Stands before the words: "Mia says". */
  says(name: string): string
  /** "Mia, answering Tom". */
  answers(name: string, other: string): string
  /** Stands before pictures and files without words: "Mia sends". */
  sends(name: string): string

  /** A member whose name is unknown or cannot be spoken. */
  readonly someone: string
  readonly aRole: string
  readonly aChannel: string
  readonly everyone: string
  /** `@here`: everyone who is online. */
  readonly everyoneHere: string
  command(name: string): string

  readonly link: string
  links(count: number): string
  linkTo(domain: string): string
  readonly code: string
  readonly spoiler: string
  /** The same emoji several times. */
  times(count: number, name: string): string
  /** Where emoji and faces are only counted. */
  emojis(count: number): string
  /** The signs in an e-mail address. */
  readonly at: string
  readonly dot: string
  /** Signs that stand alone. */
  readonly signs: Readonly<Record<SignName, string>>

  readonly forwarded: string
  poll(question: string): string
  options(answers: readonly string[]): string
  sticker(name: string): string
  embed(title: string): string
  images(count: number): string
  videos(count: number): string
  audios(count: number): string
  files(count: number): string
  file(name: string): string
  readonly voiceMessage: string
  /** Seconds up to a minute, then whole minutes. */
  duration(ms: number): string

  /** Said where a long text was cut. */
  readonly andSoOn: string
}

export type SignName =
  | 'questionMark'
  | 'exclamationMark'
  | 'ellipsis'
  | 'dot'
  | 'plus'
  | 'minus'
  | 'equals'
  | 'arrowUp'
  | 'slash'
  | 'hash'
  | 'at'
  | 'percent'
  | 'and'
