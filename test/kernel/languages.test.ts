import { describe, expect, it } from 'vitest'
import { isLanguageCode, LANGUAGES, languageOf } from '../../src/kernel/languages.ts'

describe('the languages', () => {
  it('are the ten that Qwen3-TTS speaks, each once', () => {
    expect(new Set(LANGUAGES.map(({ code }) => code)).size).toBe(10)
    expect(LANGUAGES.map(({ name }) => name).toSorted()).toEqual(
      'Chinese English French German Italian Japanese Korean Portuguese Russian Spanish'.split(' '),
    )
  })

  it.each(LANGUAGES)('$code is named $name in English and $native in itself', ({ code, name, native }) => {
    expect(new Intl.DisplayNames(['en'], { type: 'language' }).of(code)).toBe(name)
    expect(new Intl.DisplayNames([code], { type: 'language' }).of(code)?.toLowerCase()).toBe(native.toLowerCase())
    expect(languageOf(code).name).toBe(name)
  })

  it('no other code is a language', () => {
    for (const code of ['', 'EN', 'auto', 'en-US', 'sv', '__proto__']) expect(isLanguageCode(code), code).toBe(false)
  })
})
