import { Locale } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { isLanguageCode, LANGUAGES, languageOf, languageOfLocale } from '../../src/kernel/languages.ts'

describe('the languages', () => {
  it('are the ten that Qwen3-TTS speaks, each once', () => {
    expect(new Set(LANGUAGES.map(({ code }) => code)).size).toBe(10)
    expect(LANGUAGES.map(({ name }) => name).toSorted()).toEqual(
      'Chinese English French German Italian Japanese Korean Portuguese Russian Spanish'.split(' '),
    )
  })

  it.each(LANGUAGES)('calls $code what it is called: $name, $native', ({ code, name, native }) => {
    expect(new Intl.DisplayNames(['en'], { type: 'language' }).of(code)).toBe(name)
    expect(new Intl.DisplayNames([code], { type: 'language' }).of(code)?.toLowerCase()).toBe(native.toLowerCase())
    expect(languageOf(code).name).toBe(name)
  })

  it('answers every locale that Discord has, in its own language where we speak it', () => {
    const known = new Set<string>(Object.values(Locale))
    for (const { code, discord } of LANGUAGES) {
      for (const locale of discord) {
        expect(known, locale).toContain(locale)
        expect(languageOfLocale(locale)).toBe(code)
      }
    }
    for (const locale of known) {
      const language = locale.split('-')[0]!
      expect(languageOfLocale(locale), locale).toBe(isLanguageCode(language) ? language : 'en')
    }
  })

  it('takes no other code for a language', () => {
    for (const code of ['', 'EN', 'auto', 'en-US', 'sv', '__proto__']) expect(isLanguageCode(code), code).toBe(false)
  })
})
