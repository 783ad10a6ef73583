import { LANGUAGES, type LanguageCode } from '../kernel/languages.ts'
import type { SpokenCode, SpokenLanguage } from '../kernel/spoken-languages.ts'
import type { InterfaceLanguage } from './interface-languages.ts'

interface LanguageChoice<Code> {
  readonly name: string
  readonly value: Code
}

const TEN = LANGUAGES.map(({ code }) => code)

/** Finds one of the ten languages by its code or by any of its names: in English, in itself or in the reader's language. */
export function findLanguage(typed: string, reader: InterfaceLanguage): LanguageCode | undefined {
  return find(typed, reader, TEN)
}

/** The same among languages that can be spoken. */
export function findSpokenLanguage(
  typed: string,
  reader: InterfaceLanguage,
  spoken: readonly SpokenCode[],
): SpokenCode | undefined {
  return find(typed, reader, spoken)
}

/** Languages that match the text typed so far, as choices of an option: the name, and the code as the value. */
export function suggestLanguages(typed: string, reader: InterfaceLanguage): LanguageChoice<LanguageCode>[] {
  return suggest(typed, reader, TEN)
}

/** Languages that can be spoken, preceded by the choice of automatic detection; the ten come before the others. */
export function suggestSpokenLanguages(
  typed: string,
  reader: InterfaceLanguage,
  auto: string,
  spoken: readonly SpokenCode[] = TEN,
): LanguageChoice<SpokenLanguage>[] {
  const wanted = fold(typed)
  const isAuto = ['auto', auto].some((name) => fold(name).startsWith(wanted))
  const ten = spoken.filter((code) => (TEN as readonly string[]).includes(code))
  const others = spoken.filter((code) => !(TEN as readonly string[]).includes(code))
  return [...(isAuto ? [{ name: auto, value: 'auto' as const }] : []), ...suggest(typed, reader, [...ten, ...others])]
}

/** What the reader calls a language: "German" in English, "Deutsch" in German. */
export function languageName(code: SpokenCode, reader: InterfaceLanguage): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code
}

function find<Code extends SpokenCode>(
  typed: string,
  reader: InterfaceLanguage,
  codes: readonly Code[],
): Code | undefined {
  const wanted = fold(typed)
  return codes.find((code) => code === wanted) ?? codes.find((code) => namesOf(code, reader).includes(wanted))
}

function suggest<Code extends SpokenCode>(
  typed: string,
  reader: InterfaceLanguage,
  codes: readonly Code[],
): LanguageChoice<Code>[] {
  const wanted = fold(typed)
  return codes
    .filter((code) => namesOf(code, reader).some((name) => name.startsWith(wanted)))
    .map((code) => {
      const [native, local] = [nativeName(code), languageName(code, reader)]
      return { name: fold(native) === fold(local) ? native : `${native} (${local})`, value: code }
    })
}

function namesOf(code: SpokenCode, reader: InterfaceLanguage): string[] {
  return [code, languageName(code, 'en'), nativeName(code), languageName(code, reader)].map(fold)
}

/** As its speakers call it: "Polski". */
function nativeName(code: SpokenCode): string {
  const known = LANGUAGES.find((language) => language.code === code)
  if (known) return known.native
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

function fold(name: string): string {
  return name.trim().toLowerCase()
}
