import type { Locale } from 'discord-api-types/v10'
import type { OptionValues } from '../commands/command-data.ts'

/** Who acts, and where. */
export interface Actor {
  readonly channelId: string
  readonly userId: string
  /** The language of the person's client; English when not given. */
  readonly locale?: Locale
}

export interface SlashRequest extends Actor {
  /** The whole name without the slash: `say`, `voice set`. */
  readonly command: string
  readonly options?: OptionValues
  /** The id of the bot whose command it is, where several have one of this name; else the first one's. */
  readonly bot?: string
}

export interface AutocompleteRequest extends SlashRequest {
  /** The option in which the person is typing; its text so far stands in `options`. */
  readonly focused: string
}

export interface ContextMenuRequest extends Actor {
  readonly command: string
  /** The message or the user that was clicked on. */
  readonly target: { readonly messageId: string } | { readonly userId: string }
}

export interface ComponentRequest extends Actor {
  readonly messageId: string
  readonly customId: string
  /** What was chosen in a select; absent for buttons. */
  readonly values?: readonly string[]
}

export interface ModalRequest extends Omit<Actor, 'channelId'> {
  /** What was typed, by the custom id of the field. */
  readonly fields: Readonly<Record<string, string>>
}
