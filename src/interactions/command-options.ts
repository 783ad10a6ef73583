export type OptionKind = 'string' | 'integer' | 'number' | 'boolean' | 'channel' | 'role' | 'user' | 'attachment'

export interface AttachedFile {
  readonly name: string
  /** On Discord's own file server. */
  readonly url: string
  /** In bytes, as Discord says. */
  readonly size: number
}

/** Reads the text of an attached file. Throws `app.file-too-large` and `app.file-not-read`. */
export type ReadAttachment = (file: AttachedFile) => Promise<string>

/** What was given for a command's options. Channels, roles and people are given by their ids. */
export class CommandOptions {
  readonly #values: ReadonlyMap<string, string | number | boolean | AttachedFile>

  constructor(values: ReadonlyMap<string, string | number | boolean | AttachedFile> = new Map()) {
    this.#values = values
  }

  /** A text with something in it, without spaces around it; also the id of a channel, role or person. */
  string(name: string): string | undefined {
    const value = this.#values.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }

  number(name: string): number | undefined {
    const value = this.#values.get(name)
    return typeof value === 'number' ? value : undefined
  }

  boolean(name: string): boolean | undefined {
    const value = this.#values.get(name)
    return typeof value === 'boolean' ? value : undefined
  }

  file(name: string): AttachedFile | undefined {
    const value = this.#values.get(name)
    return typeof value === 'object' ? value : undefined
  }
}
