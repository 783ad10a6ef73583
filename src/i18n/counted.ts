/**
 * The forms of a counted noun. `#` is the place of the number; `single` is for exactly one, which most languages say
 * without a number; the others are the plural categories of CLDR that the language has.
 */
export type CountForms = { readonly single: string; readonly other: string } & Partial<
  Readonly<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>
>

/** A number as the language writes it: "10,000", "10.000". */
export function numbers(language: string): (number: number) => string {
  const { format } = new Intl.NumberFormat(language)
  return (number) => format(number)
}

/** "image" for one, "3 images" for three: the right form for a number, including the number. */
export function counted(language: string, forms: CountForms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  const number = numbers(language)
  return (count) => {
    const form = count === 1 ? forms.single : (forms[rules.select(count)] ?? forms.other)
    return form.replace('#', () => number(count))
  }
}

/** A number in its unit: "32 characters", "60 seconds", or the number alone. */
export function measured({
  number,
  ...units
}: Readonly<Record<'number' | 'characters' | 'seconds', (count: number) => string>>) {
  return (count: number, unit?: 'characters' | 'seconds') => (unit ? units[unit] : number)(count)
}

/** A duration in words: seconds up to a minute, then whole minutes. */
export function lasting(language: string): (ms: number) => string {
  const unit = (name: 'second' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 })
  const seconds = unit('second')
  const minutes = unit('minute')
  return (ms) => {
    const whole = Math.max(1, Math.round(ms / 1000))
    return whole < 60 ? seconds.format(whole) : minutes.format(Math.round(whole / 60))
  }
}

/** An amount of dollars, "US$0.115", to the tenth of a cent. */
export function dollars(language: string): (usd: number) => string {
  const amounts = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', maximumFractionDigits: 3 })
  return (usd) => amounts.format(usd)
}

/** "pizza, pasta, or salad". */
export function choice(language: string): (options: readonly string[]) => string {
  const list = new Intl.ListFormat(language, { type: 'disjunction' })
  return (options) => list.format(options)
}
