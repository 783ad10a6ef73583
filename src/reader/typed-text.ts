import { LectorError } from '../kernel/errors.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { Id } from '../settings/types.ts'
import { type Change, explain } from '../text/clean.ts'
import type { SpeakContext } from '../text/context.ts'
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
  /** As it is said; empty when nothing is. */
  readonly said: string
  /** The writer's own words alone, which tell the language. */
  readonly words: string
  /** What each rule makes of it, in order. */
  readonly changes: readonly Change[]
}

/** What would be said of a text, and why. */
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

/** Mentions by the names that people chose for themselves. */
async function lookupsOf({ guild, lookups }: Typed, store: SettingsStore): Promise<Lookups> {
  const names = await namesOf(guild, lookups.users.keys(), store)
  return { ...lookups, users: new Map([...lookups.users, ...names]) }
}
