import { expect, test } from 'vitest'
import { findLanguage, suggestLanguages, suggestSpokenLanguages } from '../../src/i18n/language-names.ts'

test('findLanguage knows codes, and names in English, in the language itself and in the reader’s', () => {
  for (const typed of ['de', 'German', 'deutsch', ' Allemand ']) expect(findLanguage(typed, 'fr')).toBe('de')
  expect(findLanguage('allemand', 'en')).toBeUndefined()
  expect(findLanguage('', 'en')).toBeUndefined()
})

test('suggestLanguages shows both names', () => {
  expect(suggestLanguages('deu', 'en')).toEqual([{ name: 'Deutsch (German)', value: 'de' }])
  expect(suggestLanguages('deu', 'de')).toEqual([{ name: 'Deutsch', value: 'de' }])
  expect(suggestLanguages('', 'en')).toHaveLength(10)
  expect(suggestLanguages('x', 'en')).toEqual([])
})

test('suggestSpokenLanguages offers automatic detection first', () => {
  expect(suggestSpokenLanguages('', 'en', 'found out')[0]).toEqual({ name: 'found out', value: 'auto' })
  expect(suggestSpokenLanguages('fr', 'en', 'found out').map(({ value }) => value)).toEqual(['fr'])
})
