import type { Rules } from './limits.ts'
import type { Patch } from './types.ts'

type Cell = string | number | null

/** The chosen values in a database row: NULL becomes an absent key, 0 and 1 become switches. */
export function chosenFrom<T>(rules: Rules<T>, row: object | undefined): Partial<T> {
  const chosen: Record<string, unknown> = {}
  for (const [key, rule] of entriesOf(rules)) {
    const cell = (row as Record<string, Cell> | undefined)?.[key] ?? null
    if (cell !== null) chosen[key] = rule.kind === 'switch' ? cell === 1 : cell
  }
  return chosen as Partial<T>
}

/** The columns that a patch changes. */
export function columnsOf<T, Row>(rules: Rules<T>, patch: Patch<T>): Partial<Row> {
  const columns: Record<string, Cell> = {}
  for (const [key] of entriesOf(rules)) {
    const value = (patch as Record<string, unknown>)[key]
    if (value !== undefined) columns[key] = typeof value === 'boolean' ? Number(value) : (value as Cell)
  }
  return columns as Partial<Row>
}

function entriesOf<T>(rules: Rules<T>): [string, Rules<T>[keyof T]][] {
  return Object.entries(rules) as [string, Rules<T>[keyof T]][]
}
