import type { LanguageCode } from '../kernel/languages.ts'
import type { Catalogue } from './catalogue.ts'
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
import type { Spoken } from './spoken.ts'

const catalogues: Readonly<Record<LanguageCode, Catalogue>> = { de, en, es, fr, it, ja, ko, pt, ru, zh }

export function catalogueOf(language: LanguageCode): Catalogue {
  return catalogues[language]
}

export function spokenIn(language: LanguageCode): Spoken {
  return catalogues[language].spoken
}
