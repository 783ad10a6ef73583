import type { CommandPath } from '../i18n/catalogue.ts'

/** The action of a button that runs its command, without options. */
export const RUN = 'run'

/** What a command answers: words alone, or words with something to press, choose or keep. */
export type Reply = string | RichReply

export interface RichReply {
  readonly text: string
  /** At most five rows. */
  readonly rows?: readonly Row[]
  readonly files?: readonly { readonly name: string; readonly data: Buffer }[]
}

export type Row = { readonly buttons: readonly Button[] } | { readonly select: Select }

export interface Button {
  /**
   * What `press` is told, at most 80 characters; the same message has each only once. `RUN` runs a command instead, and
   * answers with a message of its own.
   */
  readonly action: string
  /** Another command's button. */
  readonly command?: CommandPath
  readonly label: string
  readonly style?: 'primary' | 'secondary' | 'danger'
  readonly disabled?: boolean
}

export interface Select {
  readonly action: string
  readonly placeholder: string
  /** At most 25. */
  readonly options: readonly SelectOption[]
}

export interface SelectOption {
  readonly label: string
  readonly value: string
  readonly description?: string
  readonly chosen?: boolean
}
