import { LectorError } from '../kernel/errors.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { Id } from '../settings/types.ts'
import { type Change, explain } from '../text/clean.ts'
import type { SpeakContext } from '../text/context.ts'
import type { Lookups } from '../text/message.ts'
import { speakableText } from '../text/speakable.ts'
import { dictionaryOf } from './dictionary.ts'
import { contextOf, namesOf } from './narration-job.ts'

export interface Typed {
  readonly guild: Id
  /** Raw markup, as in messages. */
  readonly text: string
  readonly lookups: Lookups
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Text of a command option, as it would be read from a message. Throws `text.empty` if nothing in it can be said.
 * @param limit of the spoken text, in characters
 */
export async function typedText(
  typed: Typed,
  limit: number,
  settings: SettingsSnapshot,
  store: SettingsStore,
): Promise<string> {
  const said = speakableText(typed.text, await lookupsOf(typed, store), { ...contextFor(typed, settings), limit })
  if (said.kind === 'empty') throw new LectorError('text.empty', {}, 'Cannot say a text without words')
  return said.text
}

export interface Explained {
  /** Spoken text; empty if there is none. */
  readonly said: string
  /** The writer's own words, which tell the language. */
  readonly words: string
  /** Result of each rule, in order. */
  readonly changes: readonly Change[]
}

/** How a text is said, and why. */
export async function explainText(typed: Typed, settings: SettingsSnapshot, store: SettingsStore): Promise<Explained> {
  const lookups = await lookupsOf(typed, store)
  const context = contextFor(typed, settings)
  const said = speakableText(typed.text, lookups, context)
  const changes = explain(typed.text, lookups, context)
  return said.kind === 'empty' ? { said: '', words: '', changes } : { said: said.text, words: said.words, changes }
}

function contextFor({ at }: Typed, { guild, member, rules }: SettingsSnapshot): SpeakContext {
  return {
    ...contextOf(rules, at, member.chosen.timeZone),
    pronunciations: [dictionaryOf(member.words), dictionaryOf(guild.words)],
  }
}

/** Lookups with the spoken names that people have chosen. */
async function lookupsOf({ guild, lookups }: Typed, store: SettingsStore): Promise<Lookups> {
  const names = await namesOf(guild, lookups.users.keys(), store)
  return { ...lookups, users: new Map([...lookups.users, ...names]) }
}
