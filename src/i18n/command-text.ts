/** What Discord shows while a command is typed. Descriptions have at most 100 characters, names 32. */
export interface CommandText {
  /** The command's name in this language; absent if it is the English one. Menus always have a name. */
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
