import { LectorError } from '../kernel/errors.ts'

export interface CsvRecord {
  /** The line where the record starts, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Reads comma-separated values by RFC 4180, plus what spreadsheets write: a byte order mark, bare line feeds,
 * empty lines. Throws `settings.bad-file` for a stray quote and for one that is never closed.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let line = 1
  let start = { line, fields: [] as string[] }
  TOKEN.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (TOKEN.lastIndex < text.length || start.fields.length > 0) {
    const at = line
    const [token, quoted, plain, end] = TOKEN.exec(text) ?? []
    if (token === undefined)
      throw new LectorError('settings.bad-file', { line: at }, `Cannot read CSV line ${at}: stray quote or line break`)
    start.fields.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    line += token.split('\n').length - 1
    if (end === ',') continue
    if (start.fields.length > 1 || quoted !== undefined || plain !== '') records.push(start)
    start = { line, fields: [] }
  }
  return records
}

export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}

/** A field and what ends it: a comma, a line break or the end of the text. */
const TOKEN = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y

function quote(field: string): string {
  return /[",\r\n]/.test(field) || field === '' ? `"${field.replaceAll('"', '""')}"` : field
}
