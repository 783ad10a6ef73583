/** Whether this is the IANA name of a time zone that this machine knows, in any case: `Europe/Berlin`, `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    // Offsets such as `+02:00` would be taken too, but know no summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** The names of all zones, as IANA spells them. */
export function timeZones(): readonly string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return zones
}

let zones: readonly string[] | undefined
