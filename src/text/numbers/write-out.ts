import type { SpokenCode } from '../../kernel/spoken-languages.ts'
import { writtenDates } from './dates.ts'
import { writtenMoney } from './money.ts'
import { writtenTimes } from './times.ts'
import { joinedGroups, writtenUnits } from './units.ts'

/** What an engine may read badly. */
export type NumberKind = 'dates' | 'times' | 'money' | 'units' | 'groups'

/**
 * Writes numbers out in the words of a language, for an engine that reads these kinds badly: "2026-11-22" becomes
 * "November 22, 2026", and "60 km/h" becomes "60 kilometers per hour". Engines that read them well get them as they are.
 */
export function writeOut(text: string, language: SpokenCode, kinds: readonly NumberKind[]): string {
  if (kinds.length === 0 || !/\p{Nd}/u.test(text)) return text
  return kinds.reduce((text, kind) => WRITERS[kind](text, language).replace(/[\u00A0\u202F]/gu, ' '), text)
}

const WRITERS: Readonly<Record<NumberKind, (text: string, language: SpokenCode) => string>> = {
  dates: writtenDates,
  times: writtenTimes,
  money: writtenMoney,
  units: writtenUnits,
  groups: joinedGroups,
}
