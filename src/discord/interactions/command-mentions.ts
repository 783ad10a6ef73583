import type { Command } from '../../interactions/command.ts'

/** `/say` or `/voice set` in backticks, as the catalogues name commands. */
const NAMED = /`\/([a-z]+(?: [a-z-]+)?)`/g

/**
 * Turns the commands that a sentence names into mentions: one tap instead of typing, also for people whose Discord
 * shows the commands under other names. https://discord.com/developers/docs/reference#message-formatting
 */
export class CommandMentions {
  readonly #paths: ReadonlySet<string>
  #ids: ReadonlyMap<string, string> = new Map()

  constructor(commands: readonly Command[]) {
    const paths = commands.flatMap((command) => {
      if (command.kind === 'group') return command.subcommands.map(({ path }) => path)
      // A group has nothing to run, and a menu cannot be mentioned.
      return command.kind === 'chat' ? [command.path] : []
    })
    this.#paths = new Set<string>(paths)
  }

  /** @param ids the ids that Discord gave to the commands, by their first word; until then, names stay as they are */
  learn(ids: ReadonlyMap<string, string>): void {
    this.#ids = ids
  }

  in(text: string): string {
    return text.replace(NAMED, (whole, path: string) => {
      const id = this.#ids.get(path.split(' ')[0]!)
      return id !== undefined && this.#paths.has(path) ? `</${path}:${id}>` : whole
    })
  }
}
