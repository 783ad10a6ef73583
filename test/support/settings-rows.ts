import { type Kysely, sql } from 'kysely'

/** The columns of every settings table as the database itself reports them. */
export async function readColumns<T>(db: Kysely<T>): Promise<Map<string, readonly Column[]>> {
  const tables = await db.withoutPlugins().introspection.getTables()
  return new Map(
    tables
      .filter(({ name }) => !name.startsWith('kysely_'))
      .map(({ name, columns }) => [
        name,
        columns.map(({ name, dataType }) => ({ name, type: dataType.toLowerCase() })),
      ]),
  )
}

export interface Column {
  readonly name: string
  readonly type: string
}

/** Puts one row into every table there is, whatever the version of the schema: its ids are given, the rest is made up. */
export async function fillTables<T>(db: Kysely<T>, ids: Readonly<Record<string, string>>): Promise<string[]> {
  const columns = await readColumns(db)
  for (const [table, list] of columns) {
    const names = sql.join(list.map(({ name }) => sql.ref(name)))
    const values = sql.join(list.map((column) => ids[column.name] ?? exampleFor(column)))
    await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(db.withoutPlugins())
  }
  return [...columns.keys()]
}

export async function readTable<T>(db: Kysely<T>, table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db.withoutPlugins())
  return rows.map((row) => ({ ...row }))
}

function exampleFor({ name, type }: Column): string | number {
  if (type === 'text') return name
  return type.startsWith('double') || type === 'float8' ? 1.25 : 1
}
