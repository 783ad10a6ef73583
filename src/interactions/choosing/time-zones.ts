import { LectorError } from '../../kernel/errors.ts'
import { isTimeZone, timeZones } from '../../kernel/time-zones.ts'
import type { Choice } from '../command.ts'

/** The zone that somebody typed or chose, as IANA spells it; a city is enough. Throws `settings.value-not-allowed`. */
export function chooseTimeZone(typed: string): string {
  const wanted = fold(typed)
  const known = timeZones().find((zone) => fold(zone) === wanted) ?? timeZones().find((zone) => cityOf(zone) === wanted)
  if (known !== undefined) return known
  // Older names such as `Europe/Kiev` are no longer listed, but every machine knows them.
  const name = typed.trim()
  if (isTimeZone(name)) return name
  throw new LectorError('settings.value-not-allowed', { setting: 'timeZone' }, 'Cannot choose an unknown time zone')
}

/** Zones for what has been typed so far: those whose city begins with it first. */
export function suggestTimeZones(typed: string): Choice[] {
  const wanted = fold(typed)
  const begins = timeZones().filter((zone) => cityOf(zone).startsWith(wanted))
  const contains = timeZones().filter((zone) => !begins.includes(zone) && fold(zone).includes(wanted))
  return [...begins, ...contains].slice(0, MOST).map((zone) => ({ name: zone.replaceAll('_', ' '), value: zone }))
}

/** What Discord shows. */
const MOST = 25

function cityOf(zone: string): string {
  return fold(zone.slice(zone.lastIndexOf('/') + 1))
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}
