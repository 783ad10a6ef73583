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
  /** What `press` is told, at most 80 characters; the same message has each only once. */
  readonly action: string
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
