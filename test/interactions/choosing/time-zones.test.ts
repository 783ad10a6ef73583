import { describe, expect, it } from 'vitest'
import { chooseTimeZone, suggestTimeZones } from '../../../src/interactions/choosing/time-zones.ts'

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
  ])('is found by its name or its city: %s', (typed, zone) => {
    expect(chooseTimeZone(typed)).toBe(zone)
  })

  it.each(['Atlantis', '+02:00', '', 'Europe'])('is refused when there is none: %j', (typed) => {
    expect(() => chooseTimeZone(typed)).toThrow(expect.objectContaining({ code: 'settings.value-not-allowed' }))
  })

  it('is suggested by its city first, 25 at most', () => {
    expect(suggestTimeZones('berl')[0]).toEqual({ name: 'Europe/Berlin', value: 'Europe/Berlin' })
    expect(suggestTimeZones('america').length).toBe(25)
    expect(suggestTimeZones('new y')).toEqual([{ name: 'America/New York', value: 'America/New_York' }])
    expect(suggestTimeZones('zzz')).toEqual([])
  })
})
