import type { LanguageCode } from '../kernel/languages.ts'
import type { Catalogue, PartialCatalogue } from './catalogue.ts'
import { INTERFACE_CODES, INTERFACE_LANGUAGES, type InterfaceLanguage } from './interface-languages.ts'
import { en } from './locales/en/index.ts'
import type { Spoken } from './spoken.ts'

const catalogues = new Map(INTERFACE_CODES.map((code) => [code, withEnglish(INTERFACE_LANGUAGES[code].texts)]))

export function catalogueOf(language: InterfaceLanguage): Catalogue {
  return catalogues.get(language) ?? en
}

export function spokenIn(language: LanguageCode): Spoken {
  return catalogueOf(language).spoken
}

/** Fills the gaps of a catalogue with English. */
export function withEnglish(texts: PartialCatalogue): Catalogue {
  return filled(en as unknown as Texts, texts as Texts) as unknown as Catalogue
}

interface Texts {
  readonly [key: string]: Texts | string | ((...args: never[]) => string) | undefined
}

function filled(english: Texts, own: Texts): Texts {
  const keys = new Set([...Object.keys(english), ...Object.keys(own)])
  return Object.fromEntries(
    [...keys].map((key) => {
      const [fallback, text] = [english[key], own[key]]
      return [
        key,
        typeof fallback === 'object' && typeof text === 'object' ? filled(fallback, text) : (text ?? fallback),
      ]
    }),
  )
}
