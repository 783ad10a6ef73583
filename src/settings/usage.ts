import { type SqlBool, sql } from 'kysely'
import { type Database, type Reader, Undo } from './database.ts'
import { dayAt, monthOf } from './periods.ts'
import type { Usage } from './store.ts'
import type { BudgetCaps, BudgetScope, Id, Reservation, ReservationResult, ServerScope } from './types.ts'
import { checkIds, checkValue } from './validate.ts'

const SERVER_SCOPES: readonly ServerScope[] = ['server-month', 'server-day', 'member-month', 'member-day']

/** The order in which rows are locked. Every reservation locks the same row first, so two of them never deadlock. */
const SCOPES: readonly BudgetScope[] = ['bot-month', 'bot-day', ...SERVER_SCOPES]

const ANY_NUMBER = { kind: 'integer', min: 0, max: 1_000_000 } as const

export class KyselyUsage implements Usage {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async reserve(
    { guild, user }: { readonly guild: Id; readonly user: Id },
    characters: number,
    caps: BudgetCaps,
  ): Promise<ReservationResult> {
    checkIds({ guild, user })
    checkValue('characters', { ...ANY_NUMBER, min: 1 }, characters)
    const reservation = {
      guild,
      user,
      day: this.#today(),
      // All servers would wait for these rows, so they are counted only if there is a cap.
      ...((caps['bot-month'] ?? caps['bot-day']) !== undefined && { ofBot: true as const }),
      characters,
    }
    return await this.#database.write('usage', undefined, async (writer): Promise<ReservationResult> => {
      const granted = await addWithin(writer, reservation, caps)
      const scope = scopesOf(reservation).find((scope) => !granted.has(scope))
      if (scope === undefined) return { granted: true, reservation }
      throw new Undo({ granted: false, scope, cap: caps[scope], used: await usedBefore(writer, reservation, scope) })
    })
  }

  async correct(reservation: Reservation, billed: number): Promise<void> {
    checkValue('characters', ANY_NUMBER, billed)
    const difference = billed - reservation.characters
    if (difference === 0) return
    await this.#database.write('usage', undefined, async (writer) => {
      for (const row of rowsOf(reservation)) {
        await writer
          .updateTable('usage')
          .set((is) => ({ characters: is('characters', '+', difference) }))
          .where('guildId', '=', row.guildId)
          .where('userId', '=', row.userId)
          .where('scope', '=', row.scope)
          .where('period', '=', row.period)
          .execute()
      }
    })
  }

  async read(guild: Id, user: Id): Promise<Record<ServerScope, number>> {
    checkIds({ guild, user })
    const who = { guild, user, day: this.#today(), characters: 0 }
    const rows = await this.#database.read('usage', (reader) => currentRows(reader, who))
    const used = (scope: ServerScope) => rows.find((row) => row.scope === scope)?.characters ?? 0
    return Object.fromEntries(SERVER_SCOPES.map((scope) => [scope, used(scope)])) as Record<ServerScope, number>
  }

  #today(): string {
    return dayAt(this.#database.clock.wall())
  }
}

/**
 * One statement for all sums: each grows if it stays under its cap. Returns the scopes that grew.
 *
 * The condition is checked under the lock of the row, so it also covers concurrent writes of other processes. It
 * does not apply to a new row: a reservation above a whole cap is rejected beforehand.
 */
async function addWithin(writer: Reader, reservation: Reservation, caps: BudgetCaps): Promise<Set<string>> {
  const cap = (scope: BudgetScope) => caps[scope] ?? Number.MAX_SAFE_INTEGER
  const rows = rowsOf(reservation).filter(({ scope }) => reservation.characters <= cap(scope))
  if (rows.length < scopesOf(reservation).length) return new Set(rows.map(({ scope }) => scope))
  const branches = SCOPES.map((scope) => sql`when ${sql.lit(scope)} then cast(${cap(scope)} as bigint)`)
  const fits = sql<SqlBool>`usage.characters + excluded.characters <= case usage.scope ${sql.join(branches, sql` `)} end`
  const grown = await writer
    .insertInto('usage')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['guildId', 'userId', 'scope', 'period'])
        .doUpdateSet((is) => ({ characters: is('usage.characters', '+', is.ref('excluded.characters')) }))
        .where(fits),
    )
    .returning('scope')
    .execute()
  return new Set(grown.map(({ scope }) => scope))
}

/** The sum that hit its cap: it did not grow, so it reads the same within the transaction. */
async function usedBefore(writer: Reader, reservation: Reservation, scope: BudgetScope): Promise<number> {
  const rows = await currentRows(writer, reservation)
  return rows.find((row) => row.scope === scope)?.characters ?? 0
}

async function currentRows(reader: Reader, { guild, user, day }: Reservation) {
  return await reader
    .selectFrom('usage')
    .select(['scope', 'characters'])
    .where('guildId', 'in', ['', guild])
    .where('userId', 'in', ['', user])
    .where('period', 'in', [day, monthOf(day)])
    .execute()
}

function scopesOf({ ofBot }: Reservation): readonly BudgetScope[] {
  return ofBot ? SCOPES : SERVER_SCOPES
}

function rowsOf(reservation: Reservation) {
  const { guild, user, day, characters } = reservation
  return scopesOf(reservation).map((scope) => ({
    guildId: scope.startsWith('bot') ? '' : guild,
    userId: scope.startsWith('member') ? user : '',
    scope,
    period: scope.endsWith('month') ? monthOf(day) : day,
    characters,
  }))
}
