/** Turns a variable's text into a value. Throws `InvalidValue` with what is allowed. */
export type Parse<T> = (text: string) => T

export interface Variable<T> {
  /** One line for README and `.env.example`. */
  readonly description: string
  readonly parse: Parse<T>
  /** As text, the way a person would write it. Undefined: the variable has no value unless it is set. */
  readonly fallback?: string
  /** Secrets can also be read from the file that `NAME_FILE` names. */
  readonly secret?: true
  readonly group: 'Discord' | 'Speech' | 'Behaviour' | 'Operation'
}

/** A table of variables, in the order in which people meet them. */
export type Variables = Readonly<Record<string, Variable<unknown>>>

type WithFallback<V extends Variables> = { [N in keyof V]: V[N] extends { fallback: string } ? N : never }[keyof V]
type Parsed<V extends Variables> = { readonly [N in keyof V]: ReturnType<V[N]['parse']> }

/** The values of a table; those without a fallback may be undefined. */
export type ValuesOf<V extends Variables> = Pick<Parsed<V>, WithFallback<V>> & Partial<Omit<Parsed<V>, WithFallback<V>>>

export class InvalidValue extends Error {}

export const text: Parse<string> = (value) => value

export const url =
  (...protocols: string[]): Parse<string> =>
  (value) => {
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/+$/, '')
    throw new InvalidValue(`a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  }

export const oneOf =
  <const T extends string>(...choices: readonly T[]): Parse<T> =>
  (value) => {
    const choice = choices.find((candidate) => candidate === value.toLowerCase())
    if (choice !== undefined) return choice
    throw new InvalidValue(`one of ${choices.join(', ')}`)
  }

export const integer =
  (min: number, max: number): Parse<number> =>
  (value) => {
    const number = Number(value)
    if (Number.isInteger(number) && number >= min && number <= max) return number
    throw new InvalidValue(`a whole number from ${min} to ${max}`)
  }
