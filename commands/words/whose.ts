import type { CommandContext, CommandOption, SuggestContext } from '../../src/interactions/command.ts'
import type { SettingsSnapshot } from '../../src/settings/snapshot.ts'
import type { Word, WordOwner } from '../../src/settings/types.ts'

/** Whose list: the caller's own, unless they choose the server's. */
export type Whose = 'me' | 'server'

export const whoseOption = { name: 'for', kind: 'string', choices: ['me', 'server'] } satisfies CommandOption

export function whoseList({ options }: SuggestContext): Whose {
  return options.string('for') === 'server' ? 'server' : 'me'
}

/** For changes: throws `app.not-allowed` if it is the server's list and the caller does not manage the server. */
export function ownerToChange(context: CommandContext): WordOwner {
  if (whoseList(context) === 'me') return { guild: context.guildId, user: context.userId }
  context.demand('manage-server')
  return { guild: context.guildId }
}

export function wordsOf(whose: Whose, { guild, member }: SettingsSnapshot): readonly Word[] {
  return (whose === 'server' ? guild : member).words
}
