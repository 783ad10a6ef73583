import { hint } from '../hint.ts'
import { UsageError } from '../usage-error.ts'

/** One value in the JSON of a request: what it is, for a person to read, and how it is read. */
export interface Field<T, Needed extends boolean = boolean> {
  /** As in `a number from 0 to 1`. */
  readonly kind: string
  readonly about: string
  readonly needed: Needed
  /** @throws UsageError which calls the value `name` */
  read(value: unknown, name: string): T
}

export type Fields = Readonly<Record<string, Field<unknown>>>

/** What was given for the fields; those that need not be given may be absent. */
export type ValuesOf<F extends Fields> = {
  readonly [Name in keyof F as F[Name]['needed'] extends true ? Name : never]: ReturnType<F[Name]['read']>
} & {
  readonly [Name in keyof F as F[Name]['needed'] extends true ? never : Name]?: ReturnType<F[Name]['read']>
}

/** Reads an object that has these fields and no others. @throws UsageError with a sentence that names the field */
export function readFields<F extends Fields>(fields: F, body: unknown, within = ''): ValuesOf<F> {
  if (!isObject(body)) throw new UsageError(`${within === '' ? 'The body' : `"${within}"`} must be a JSON object.`)
  const known = Object.keys(fields)
  const called = (name: string) => (within === '' ? name : `${within}.${name}`)
  for (const name of Object.keys(body)) {
    if (known.length === 0) throw new UsageError(`There is no field "${name}": this request takes none.`)
    if (!known.includes(name)) throw new UsageError(`There is no field "${called(name)}". ${hint(name, known)}`)
  }
  const values = Object.entries(fields).flatMap(([name, { needed, kind, about, read }]) => {
    if (body[name] !== undefined) return [[name, read(body[name], called(name))]]
    if (needed) throw new UsageError(`The field "${called(name)}" is missing (${kind}): ${about}.`)
    return []
  })
  return Object.fromEntries(values)
}

export function text(about: string): Field<string, true> {
  return field('a text', about, (value) => typeof value === 'string')
}

export function yesOrNo(about: string): Field<boolean, true> {
  return field('true or false', about, (value) => typeof value === 'boolean')
}

export function number(about: string, minimum: number, maximum: number): Field<number, true> {
  return field(
    `a number from ${minimum} to ${maximum}`,
    about,
    (value) => typeof value === 'number' && value >= minimum && value <= maximum,
  )
}

/** One of some texts. */
export function oneOf<T extends string>(allowed: readonly T[], about: string): Field<T, true> {
  const { read, ...rest } = text(about)
  return {
    ...rest,
    read(value, name) {
      const given = read(value, name)
      const found = allowed.find((one) => one === given)
      if (found === undefined) throw new UsageError(`"${name}" cannot be "${given}". ${hint(given, allowed)}`)
      return found
    },
  }
}

export function list<T>(of: Field<T>, about: string): Field<readonly T[], true> {
  const { read, ...rest } = field<readonly unknown[]>('a list', about, Array.isArray)
  return {
    ...rest,
    read: (value, name) => read(value, name).map((one, index) => of.read(one, `${name}.${index}`)),
  }
}

/** Any names, each with a value of this sort. */
export function record<T>(of: Field<T>, about: string): Field<Readonly<Record<string, T>>, true> {
  const { read, ...rest } = field<Readonly<Record<string, unknown>>>('an object', about, isObject)
  return {
    ...rest,
    read(value, name) {
      const entries = Object.entries(read(value, name))
      return Object.fromEntries(entries.map(([key, one]) => [key, of.read(one, `${name}.${key}`)]))
    },
  }
}

export function object<F extends Fields>(fields: F, about: string): Field<ValuesOf<F>, true> {
  return { kind: 'an object', about, needed: true, read: (value, name) => readFields(fields, value, name) }
}

export function optional<T>(given: Field<T>): Field<T, false> {
  return { ...given, needed: false }
}

function field<T>(kind: string, about: string, is: (value: unknown) => boolean): Field<T, true> {
  return {
    kind,
    about,
    needed: true,
    read(value, name) {
      if (!is(value)) throw new UsageError(`"${name}" must be ${kind}: ${about}.`)
      return value as T
    },
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
