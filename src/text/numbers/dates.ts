import type { SpokenCode } from '../../kernel/spoken-languages.ts'

/** Dates with the name of the month. "12/05/2026" may be May or December in English: there its numbers are parted. */
export function writtenDates(text: string, language: SpokenCode): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const written = (all: string, year: string, month: string, day: string) => {
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day))
    const valid = new Date(at).getUTCMonth() === Number(month) - 1 && Number(day) > 0
    // Russian puts an abbreviation behind the year.
    return valid ? format.format(at).replace(/ г\.$/u, ' года') : all
  }
  return text
    .replace(yearFirst, (all, year: string, month: string, day: string) => written(all, year, month, day))
    .replace(dotted, (all, day: string, month: string, year: string) => written(all, year, month, day))
    .replace(slashed, (all, one: string, other: string, year: string) => {
      const monthFirst = language === 'en' && Number(other) > 12
      const ambiguous = language === 'en' && Number(one) <= 12 && Number(other) <= 12
      if (ambiguous) return `${Number(one)} ${Number(other)} ${year}`
      return monthFirst ? written(all, year, one, other) : written(all, year, other, one)
    })
}

const yearFirst = /(?<![\d/.-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d/-])/g
const dotted = /(?<![\d/.-])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d/-])/g
const slashed = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/-])/g
