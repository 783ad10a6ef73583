import { findLanguage, findSpokenLanguage, languageName, suggestSpokenLanguages } from '../../i18n/language-names.ts'
import { LectorError } from '../../kernel/errors.ts'
import type { LanguageCode } from '../../kernel/languages.ts'
import type { SpokenCode, SpokenLanguage } from '../../kernel/spoken-languages.ts'
import type { Choice, SuggestContext } from '../command.ts'

/** The language that somebody typed or chose; throws `settings.value-not-allowed` for one that no engine here speaks. */
export function chooseLanguage(typed: string, context: SuggestContext): SpokenLanguage {
  const { language, texts } = context
  const wanted = typed.toLowerCase()
  if (wanted === 'auto' || wanted === texts.settings.values.auto.toLowerCase()) return 'auto'
  const found = findSpokenLanguage(typed, language, spokenHere(context))
  if (found === undefined) throw unknownLanguage('language', typed)
  return found
}

/** One of the ten in which Lector itself has something to say. */
export function chooseOwnLanguage(typed: string, { language }: SuggestContext): LanguageCode {
  const found = findLanguage(typed, language)
  if (found === undefined) throw unknownLanguage('announceLanguage', typed)
  return found
}

export function suggestTextLanguages(typed: string, context: SuggestContext): Choice[] {
  const { language, texts } = context
  return suggestSpokenLanguages(typed, language, texts.settings.values.auto, spokenHere(context))
}

/** What the engines of this bot can speak, together. */
function spokenHere({ services: { engine, engines } }: SuggestContext): SpokenCode[] {
  const ids = [undefined, ...engines.map(({ id }) => id), 'local']
  return [...new Set(ids.flatMap((id) => engine.voices(id).flatMap(({ languages }) => languages)))]
}

export function nameOfLanguage(value: SpokenLanguage, { language, texts }: SuggestContext): string {
  return value === 'auto' ? texts.settings.values.auto : languageName(value, language)
}

function unknownLanguage(setting: string, value: string): LectorError {
  return new LectorError('settings.value-not-allowed', { setting, value }, `Cannot set "${setting}": unknown language`)
}
