import type { SpokenCode } from '../../kernel/spoken-languages.ts'
import { amount } from './amount.ts'

/** "60 km/h" as "60 kilometers per hour". Units as people write them; "5 m" is no unit, for it may be minutes or millions. */
export function writtenUnits(text: string, language: SpokenCode): string {
  return text.replace(measured, (all, digits: string, unit: string) => {
    const value = amount(digits)
    if (value === undefined) return all
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: UNITS[unit]!,
      unitDisplay: 'long',
      maximumFractionDigits: 2,
      useGrouping: false,
    }).format(value)
  })
}

/** "1 000 000" as one number. */
export function joinedGroups(text: string): string {
  return text.replace(groups, (number) => number.replace(/\D/g, ''))
}

const groups = /(?<![\p{N}.,])\d{1,3}(?: \d{3})+(?![\p{N}])/gu

/** Those that `Intl` knows: https://tc39.es/ecma402/#table-sanctioned-single-unit-identifiers */
const UNITS: Readonly<Record<string, string>> = {
  ...{ 'km/h': 'kilometer-per-hour', kmh: 'kilometer-per-hour', 'км/ч': 'kilometer-per-hour', mph: 'mile-per-hour' },
  ...{ '°C': 'celsius', '°F': 'fahrenheit', '℃': 'celsius', '℉': 'fahrenheit', '°': 'degree' },
  ...{ kg: 'kilogram', кг: 'kilogram', g: 'gram', lb: 'pound', lbs: 'pound', oz: 'ounce' },
  ...{ km: 'kilometer', км: 'kilometer', cm: 'centimeter', см: 'centimeter', mm: 'millimeter', мм: 'millimeter' },
  ...{ mi: 'mile', ft: 'foot', l: 'liter', L: 'liter', л: 'liter', ml: 'milliliter', мл: 'milliliter' },
  ...{ KB: 'kilobyte', kB: 'kilobyte', MB: 'megabyte', GB: 'gigabyte', TB: 'terabyte', PB: 'petabyte' },
  ...{ КБ: 'kilobyte', МБ: 'megabyte', мб: 'megabyte', ГБ: 'gigabyte', гб: 'gigabyte', ТБ: 'terabyte' },
  ...{ h: 'hour', ч: 'hour', min: 'minute', мин: 'minute', sec: 'second', сек: 'second', ms: 'millisecond' },
}

const measured = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(\\d+(?:[.,]\\d+)*)[ \\u00A0\\u202F]?(${Object.keys(UNITS)
    .sort((one, other) => other.length - one.length)
    .map((unit) => unit.replace('/', '\\/'))
    .join('|')})(?![\\p{L}\\p{N}/²³])`,
  'gu',
)
