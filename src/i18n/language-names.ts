import { isLanguageCode, LANGUAGES, type LanguageCode, type SpokenLanguage } from '../kernel/languages.ts'
import type { InterfaceLanguage } from './interface-languages.ts'

/** Finds a language by its code or by any of its names: in English, in itself or in the reader's language. */
export function findLanguage(typed: string, reader: InterfaceLanguage): LanguageCode | undefined {
  const wanted = typed.trim().toLowerCase()
  if (isLanguageCode(wanted)) return wanted
  return LANGUAGES.find(({ code }) => namesOf(code, reader).includes(wanted))?.code
}

/** Languages that match the text typed so far, as choices of an option: the name, and the code as the value. */
export function suggestLanguages(typed: string, reader: InterfaceLanguage): { name: string; value: LanguageCode }[] {
  const wanted = typed.trim().toLowerCase()
  return LANGUAGES.filter(({ code }) => namesOf(code, reader).some((name) => name.startsWith(wanted))).map(
    ({ code, native }) => {
      const local = languageName(code, reader)
      return { name: native === local ? native : `${native} (${local})`, value: code }
    },
  )
}

/** What the reader calls a language: "German" in English, "Deutsch" in German. */
export function languageName(code: LanguageCode, reader: InterfaceLanguage): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code
}

/** As `suggestLanguages`, preceded by the choice of automatic detection. */
export function suggestSpokenLanguages(
  typed: string,
  reader: InterfaceLanguage,
  auto: string,
): { name: string; value: SpokenLanguage }[] {
  const wanted = typed.trim().toLowerCase()
  const isAuto = ['auto', auto.toLowerCase()].some((name) => name.startsWith(wanted))
  return [...(isAuto ? [{ name: auto, value: 'auto' as const }] : []), ...suggestLanguages(typed, reader)]
}

function namesOf(code: LanguageCode, reader: InterfaceLanguage): string[] {
  const { name, native } = LANGUAGES.find((language) => language.code === code)!
  return [code, name, native, languageName(code, reader)].map((word) => word.toLowerCase())
}
