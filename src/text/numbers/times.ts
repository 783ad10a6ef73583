import type { SpokenCode } from '../../kernel/spoken-languages.ts'

/** "17:30" as "17 30", and a full hour as people say it: "17 Uhr", "17 heures", "5 PM". */
export function writtenTimes(text: string, language: SpokenCode): string {
  return text.replace(time, (_, hour: string, minute: string, rest: string | undefined) => {
    const half = rest !== undefined && /[ap]\.?m/i.test(rest)
    if (minute === '00') return half ? `${Number(hour)}${rest}` : fullHour(Number(hour), language)
    return `${Number(hour)} ${minute}${rest ?? ''}`
  })
}

/** Behind a time may stand what it is, which is then not said twice. */
const time = /(?<![\p{N}:.,])([01]?\d|2[0-3])(?::|(?<=\d)h(?=\d))([0-5]\d)(\s?(?:[ap]\.?m\b\.?|Uhr\b))?(?![\p{N}:])/giu

function fullHour(hour: number, language: SpokenCode): string {
  if (COUNT_HOURS.has(language)) return hours(language).format(hour)
  return new Intl.DateTimeFormat(language, { hour: 'numeric', timeZone: 'UTC' }).format(Date.UTC(2000, 0, 1, hour))
}

/** Languages that say "seventeen hours"; for the others `Intl` has a way to say the hour of the day. */
const COUNT_HOURS: ReadonlySet<SpokenCode> = new Set(['fr', 'es', 'it', 'pt', 'ru'])

function hours(language: SpokenCode): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'hour', unitDisplay: 'long' })
}
