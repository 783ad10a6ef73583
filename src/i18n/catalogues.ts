import type { LanguageCode } from '../kernel/languages.ts'
import type { Catalogue } from './catalogue.ts'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { fr } from './fr/index.ts'
import { it } from './it/index.ts'
import { ja } from './ja/index.ts'
import { ko } from './ko/index.ts'
import { pt } from './pt/index.ts'
import { ru } from './ru/index.ts'
import type { Spoken } from './spoken.ts'
import { zh } from './zh/index.ts'

const catalogues: Readonly<Record<LanguageCode, Catalogue>> = { de, en, es, fr, it, ja, ko, pt, ru, zh }

export function catalogueOf(language: LanguageCode): Catalogue {
  return catalogues[language]
}

export function spokenIn(language: LanguageCode): Spoken {
  return catalogues[language].spoken
}
