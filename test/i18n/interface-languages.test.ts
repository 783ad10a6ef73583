import { Locale } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { INTERFACE_CODES, INTERFACE_LANGUAGES, interfaceLanguageOf } from '../../src/i18n/interface-languages.ts'

const known = new Set<string>(Object.values(Locale))

describe('interfaceLanguageOf', () => {
  it.each(INTERFACE_CODES)('answers the locales of %s, which Discord has, in it', (code) => {
    const locales: readonly string[] = INTERFACE_LANGUAGES[code].discord
    expect(locales.length).toBeGreaterThan(0)
    for (const locale of locales) {
      expect(known, locale).toContain(locale)
      expect(interfaceLanguageOf(locale)).toBe(code)
    }
  })

  it('answers every locale of Discord in its own language, or in English', () => {
    const codes = new Set<string>(INTERFACE_CODES)
    for (const locale of known) {
      const language = locale.split('-')[0]!
      expect(interfaceLanguageOf(locale), locale).toBe(codes.has(language) ? language : 'en')
    }
  })
})
