import { LectorError } from '../kernel/errors.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { Id } from '../settings/types.ts'
import type { Lookups } from '../text/message.ts'
import { speakableText } from '../text/speakable.ts'
import { dictionaryOf } from './dictionary.ts'
import { contextOf, namesOf } from './telling.ts'

export interface Typed {
  readonly guild: Id
  /** Raw markup, as in messages. */
  readonly text: string
  readonly lookups: Lookups
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * What somebody typed into a command, as it would be read out from a message. Throws `text.empty` when nothing in it can
 * be said.
 * @param limit of what is spoken, in characters
 */
export async function typedText(
  { guild, text, lookups, at }: Typed,
  limit: number,
  { guild: server, member, rules }: SettingsSnapshot,
  settings: SettingsStore,
): Promise<string> {
  const names = await namesOf(guild, lookups.users.keys(), settings)
  const said = speakableText(
    text,
    { ...lookups, users: new Map([...lookups.users, ...names]) },
    {
      ...contextOf(rules, at),
      limit,
      pronunciations: [dictionaryOf(member.words), dictionaryOf(server.words)],
    },
  )
  if (said.kind === 'empty') throw new LectorError('text.empty', {}, 'nothing in the text can be said')
  return said.text
}
