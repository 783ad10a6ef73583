import type { Database, Reader, Writer } from './database.ts'
import { KEPT_AFTER_LEAVING } from './limits.ts'
import { dayAt, monthOf } from './periods.ts'
import { DO_NOT_READ, OWNERS, type TableName } from './schema.ts'
import type { DataExport, DataRequests } from './store.ts'
import type { Id } from './types.ts'
import { checkIds } from './validate.ts'

/** In place of a server id: all servers, or none. */
const NONE = ''

type Owner = 'guildId' | 'userId'

export class KyselyDataRequests implements DataRequests {
  readonly #database: Database
  readonly #erase: () => Promise<void>

  /** @param erase removes what is left of deleted rows in the database's files */
  constructor(database: Database, erase: () => Promise<void> = async () => undefined) {
    this.#database = database
    this.#erase = erase
  }

  async exportMember(user: Id): Promise<DataExport> {
    checkIds({ user })
    return await this.#database.read('data of a member', (reader) => exportAll(reader, 'userId', user))
  }

  async deleteMember(user: Id, { keepDoNotRead }: { readonly keepDoNotRead: boolean }): Promise<void> {
    checkIds({ user })
    const day = dayAt(this.#database.clock.wall())
    await this.#database.write('deletion of a member', { kind: 'user', user }, async (writer) => {
      await deleteAll(writer, 'userId', user, ['usage', ...(keepDoNotRead ? DO_NOT_READ : [])])
      // Otherwise deleting one's data would reset the budget.
      await writer
        .deleteFrom('usage')
        .where('userId', '=', user)
        .where('period', 'not in', [day, monthOf(day)])
        .execute()
    })
    await this.#erase()
  }

  async exportGuild(guild: Id): Promise<DataExport> {
    checkIds({ guild })
    return await this.#database.read('data of a server', (reader) => exportAll(reader, 'guildId', guild))
  }

  async deleteGuild(guild: Id): Promise<void> {
    checkIds({ guild })
    await this.#database.write('deletion of a server', { kind: 'guild', guild }, (writer) =>
      deleteAll(writer, 'guildId', guild, []),
    )
    await this.#erase()
  }

  async guildsPresent(): Promise<Id[]> {
    return await this.#database.read('servers', async (reader) => {
      const lists = await Promise.all(
        tablesOf('guildId').map((table) => reader.selectFrom(table).select('guildId').distinct().execute()),
      )
      const departed = await reader.selectFrom('guildDeparture').select('guildId').execute()
      const present = new Set(lists.flat().map(({ guildId }) => guildId))
      for (const { guildId } of [...departed, { guildId: NONE }]) present.delete(guildId)
      return [...present]
    })
  }

  async guildLeft(guild: Id): Promise<void> {
    checkIds({ guild })
    await this.#database.write('departure', undefined, (writer) =>
      writer
        .insertInto('guildDeparture')
        .values({ guildId: guild, since: this.#database.clock.wall() })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
  }

  async guildReturned(guild: Id): Promise<void> {
    checkIds({ guild })
    await this.#database.write('return', undefined, (writer) =>
      writer.deleteFrom('guildDeparture').where('guildId', '=', guild).execute(),
    )
  }

  async expire(): Promise<void> {
    const now = this.#database.clock.wall()
    const departed = await this.#database.read('departures', (reader) =>
      reader
        .selectFrom('guildDeparture')
        .select('guildId')
        .where('since', '<', now - KEPT_AFTER_LEAVING)
        .execute(),
    )
    for (const { guildId } of departed) await this.deleteGuild(guildId)
    const month = monthOf(dayAt(now))
    await this.#database.write('usage', undefined, (writer) =>
      writer.deleteFrom('usage').where('userId', '!=', '').where('period', '<', month).execute(),
    )
  }
}

async function exportAll(reader: Reader, owner: Owner, id: Id): Promise<DataExport> {
  const tables = tablesOf(owner)
  const rows = await Promise.all(
    tables.map((table) => reader.selectFrom(table).selectAll().where(owner, '=', id).execute()),
  )
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]!.map((row) => ({ ...row }))]))
}

async function deleteAll(writer: Writer, owner: Owner, id: Id, except: readonly TableName[]): Promise<void> {
  for (const table of tablesOf(owner)) {
    if (!except.includes(table)) await writer.deleteFrom(table).where(owner, '=', id).execute()
  }
}

/** Typed as one table with both columns; each is used only with the owner it names. */
function tablesOf(owner: Owner): 'memberSettings'[] {
  const tables = Object.keys(OWNERS) as TableName[]
  return tables.filter((table) => OWNERS[table].includes(owner)) as 'memberSettings'[]
}
