/** What Discord shows while a command is typed: at most 100 characters a description, 32 a name. */
export interface CommandText {
  /** The command's own name in this language; absent where it is the same as everywhere. Menus always have one. */
  readonly name?: string
  readonly description: string
  readonly options?: Readonly<Record<string, OptionText>>
}

interface OptionText {
  readonly name?: string
  readonly description: string
  readonly choices?: Readonly<Record<string, string>>
}

export type WithOptions<O extends string> = CommandText & { readonly options: Readonly<Record<O, OptionText>> }
