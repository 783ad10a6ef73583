import type { PartialCatalogue } from './catalogue.ts'
import { de } from './locales/de/index.ts'
import { en } from './locales/en/index.ts'
import { es } from './locales/es/index.ts'
import { fr } from './locales/fr/index.ts'
import { it } from './locales/it/index.ts'
import { ja } from './locales/ja/index.ts'
import { ko } from './locales/ko/index.ts'
import { pt } from './locales/pt/index.ts'
import { ru } from './locales/ru/index.ts'
import { zh } from './locales/zh/index.ts'

/**
 * The languages that Lector answers in, by BCP 47 code: one line here and one folder in `locales/` each. The languages
 * that can be spoken are another list. `discord` lists the locales that get the language
 * (https://discord.com/developers/docs/reference#locales).
 */
export const INTERFACE_LANGUAGES = {
  zh: { texts: zh, discord: ['zh-CN', 'zh-TW'] },
  en: { texts: en, discord: ['en-US', 'en-GB'] },
  de: { texts: de, discord: ['de'] },
  it: { texts: it, discord: ['it'] },
  pt: { texts: pt, discord: ['pt-BR'] },
  es: { texts: es, discord: ['es-ES', 'es-419'] },
  ja: { texts: ja, discord: ['ja'] },
  ko: { texts: ko, discord: ['ko'] },
  fr: { texts: fr, discord: ['fr'] },
  ru: { texts: ru, discord: ['ru'] },
} as const satisfies Readonly<Record<string, InterfaceTexts>>

export type InterfaceLanguage = keyof typeof INTERFACE_LANGUAGES

export interface InterfaceTexts {
  /** Missing texts fall back to English. */
  readonly texts: PartialCatalogue
  readonly discord: readonly string[]
}

export const INTERFACE_CODES = Object.keys(INTERFACE_LANGUAGES) as readonly InterfaceLanguage[]

const byLocale = new Map<string, InterfaceLanguage>(
  INTERFACE_CODES.flatMap((code) =>
    INTERFACE_LANGUAGES[code].discord.map((locale): [string, InterfaceLanguage] => [locale, code]),
  ),
)

/** The language to answer in for a Discord locale; English if Lector does not have it. */
export function interfaceLanguageOf(locale: string): InterfaceLanguage {
  return byLocale.get(locale) ?? 'en'
}
