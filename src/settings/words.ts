import { checkWord, checkWords } from './check-word.ts'
import type { Database, Reader, Writer } from './database.ts'
import { COUNT_LIMITS } from './limits.ts'
import type { Words } from './store.ts'
import type { SettingsChange, Word, WordOwner } from './types.ts'
import { checkCount, checkIds } from './validate.ts'

/** In place of a member: the server itself. */
const NOBODY = ''

export class KyselyWords implements Words {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async put(owner: WordOwner, word: Word): Promise<void> {
    checkOwner(owner)
    checkWord(word)
    await this.#database.write('word', changeOf(owner), async (writer) => {
      const { count, last } = await writer
        .selectFrom('word')
        .select((is) => [is.fn.countAll<number>().as('count'), is.fn.max('position').as('last')])
        .where('guildId', '=', owner.guild)
        .where('userId', '=', owner.user ?? NOBODY)
        .executeTakeFirstOrThrow()
      if (word.kind === 'regex') {
        const others = (await loadWords(writer, owner)).filter(
          ({ kind, pattern }) => kind !== word.kind || pattern !== word.pattern,
        )
        await checkWords(owner, [...others, word])
      }
      const row = rowOf(owner, word, (last ?? 0) + 1)
      const { replacement, wholeWord, matchCase } = row
      const replaced = await writer
        .updateTable('word')
        .set({ replacement, wholeWord, matchCase })
        .where('guildId', '=', row.guildId)
        .where('userId', '=', row.userId)
        .where('kind', '=', row.kind)
        .where('pattern', '=', row.pattern)
        .executeTakeFirst()
      if (replaced.numUpdatedRows > 0n) return
      checkRoom(owner, count + 1)
      await writer.insertInto('word').values(row).execute()
    })
  }

  async remove(owner: WordOwner, { kind, pattern }: Pick<Word, 'kind' | 'pattern'>): Promise<boolean> {
    checkOwner(owner)
    return await this.#database.write('word', changeOf(owner), async (writer) => {
      const removed = await writer
        .deleteFrom('word')
        .where('guildId', '=', owner.guild)
        .where('userId', '=', owner.user ?? NOBODY)
        .where('kind', '=', kind)
        .where('pattern', '=', pattern)
        .executeTakeFirst()
      return removed.numDeletedRows > 0n
    })
  }

  async replace(owner: WordOwner, words: readonly Word[]): Promise<void> {
    checkOwner(owner)
    // If a list has the same pattern twice, the later one wins, as with two calls of `put`.
    const distinct = [...new Map(words.map((word) => [`${word.kind} ${word.pattern}`, word])).values()]
    checkRoom(owner, distinct.length)
    await checkWords(owner, distinct)
    await this.#database.write('words', changeOf(owner), async (writer) => {
      await deleteAll(writer, owner)
      if (distinct.length === 0) return
      const rows = distinct.map((word, index) => rowOf(owner, word, index + 1))
      await writer.insertInto('word').values(rows).execute()
    })
  }
}

export async function loadWords(reader: Reader, owner: WordOwner): Promise<Word[]> {
  const rows = await reader
    .selectFrom('word')
    .selectAll()
    .where('guildId', '=', owner.guild)
    .where('userId', '=', owner.user ?? NOBODY)
    .orderBy('position')
    .execute()
  return rows.map(({ kind, pattern, replacement, wholeWord, matchCase }) => ({
    kind: kind as Word['kind'],
    pattern,
    replacement,
    wholeWord: wholeWord === 1,
    matchCase: matchCase === 1,
  }))
}

async function deleteAll(writer: Writer, owner: WordOwner): Promise<void> {
  await writer
    .deleteFrom('word')
    .where('guildId', '=', owner.guild)
    .where('userId', '=', owner.user ?? NOBODY)
    .execute()
}

function rowOf(owner: WordOwner, { kind, pattern, replacement, wholeWord, matchCase }: Word, position: number) {
  return {
    guildId: owner.guild,
    userId: owner.user ?? NOBODY,
    kind,
    pattern,
    replacement,
    wholeWord: Number(wholeWord),
    matchCase: Number(matchCase),
    position,
  }
}

function checkOwner({ guild, user }: WordOwner): void {
  checkIds(user === undefined ? { guild } : { guild, user })
}

function checkRoom(owner: WordOwner, count: number): void {
  checkCount('words', count, owner.user === undefined ? COUNT_LIMITS.guildWords : COUNT_LIMITS.memberWords)
}

function changeOf({ guild, user }: WordOwner): SettingsChange {
  return user === undefined ? { kind: 'guild', guild } : { kind: 'member', guild, user }
}
