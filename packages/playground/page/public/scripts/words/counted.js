/**
 * "1 frame", "3 frames": the form for a number, by the plural categories of CLDR as far as the language has them. `#`
 * is where the number stands.
 *
 * @param {string} language
 * @param {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} forms
 * @returns {(count: number) => string}
 */
export function counted(language, forms) {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count))
}
