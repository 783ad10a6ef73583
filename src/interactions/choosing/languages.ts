import { findLanguage, languageName, suggestSpokenLanguages } from '../../i18n/language-names.ts'
import { LectorError } from '../../kernel/errors.ts'
import type { LanguageCode, SpokenLanguage } from '../../kernel/languages.ts'
import type { Choice, SuggestContext } from '../command.ts'

/** The language that somebody typed or chose; throws `settings.value-not-allowed` for what is none of the ten. */
export function chooseLanguage(typed: string, { language, texts }: SuggestContext): SpokenLanguage {
  const wanted = typed.toLowerCase()
  if (wanted === 'auto' || wanted === texts.settings.values.auto.toLowerCase()) return 'auto'
  const found = findLanguage(typed, language)
  if (found === undefined) throw unknownLanguage('language', typed)
  return found
}

/** The same where there has to be one, because Lector itself speaks it. */
export function chooseOwnLanguage(typed: string, { language }: SuggestContext): LanguageCode {
  const found = findLanguage(typed, language)
  if (found === undefined) throw unknownLanguage('announceLanguage', typed)
  return found
}

export function suggestTextLanguages(typed: string, { language, texts }: SuggestContext): Choice[] {
  return suggestSpokenLanguages(typed, language, texts.settings.values.auto)
}

export function nameOfLanguage(value: SpokenLanguage, { language, texts }: SuggestContext): string {
  return value === 'auto' ? texts.settings.values.auto : languageName(value, language)
}

function unknownLanguage(setting: string, value: string): LectorError {
  return new LectorError('settings.value-not-allowed', { setting, value }, `Cannot set "${setting}": unknown language`)
}
