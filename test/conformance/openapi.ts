import { readFile } from 'node:fs/promises'
import type { Exchange } from '@lector/loopback-discord'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema: object }>>

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Ajv {
  addFormat(name: string, format: true): void
  addSchema(schema: object, key: string): void
  compile(schema: object): Validate
}

interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly {
    readonly instancePath: string
    readonly message?: string
    readonly keyword: string
    readonly params: object
  }[]
}

export interface Violation {
  readonly operation: string
  readonly side: 'request' | 'response'
  readonly path: string
  readonly problem: string
}

export interface Checked {
  readonly operation: string
  readonly bodies: { readonly request: number; readonly response: number }
  readonly violations: readonly Violation[]
}

/** Where the document contradicts Discord's own documentation and answers: such values are judged as if they agreed. */
const ODDITIES: readonly {
  readonly side: Violation['side']
  readonly key: RegExp
  readonly why: string
  agree(value: unknown): unknown
}[] = [
  {
    side: 'request',
    key: /^default_member_permissions$/,
    why: 'an integer in the document; a string of bits in the documentation, in answers and in discord.js',
    agree: (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
  },
  ...(['request', 'response'] as const).map((side) => ({
    side,
    key: /^channel_types$/,
    why: 'media channels (16) are not in the document; they are in the documentation and in discord.js',
    agree: (value: unknown) => (Array.isArray(value) ? value.filter((type) => type !== 16) : value),
  })),
  {
    side: 'response',
    key: /^referenced_message$/,
    why: 'always null in the document; a message in the documentation',
    agree: () => null,
  },
]

/** Discord's OpenAPI document, as a judge of what was sent and answered. */
export class OpenApi {
  readonly #document: Document
  readonly #ajv: Ajv
  readonly #compiled = new Map<object, Validate>()
  readonly oddities = new Map<string, number>()

  static async read(file: string, Ajv2020: new (options: object) => Ajv): Promise<OpenApi> {
    return new OpenApi(JSON.parse(await readFile(file, 'utf8')) as Document, Ajv2020)
  }

  private constructor(document: Document, Ajv2020: new (options: object) => Ajv) {
    this.#document = document
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
    for (const format of ['int32', 'int64', 'double', 'date-time', 'uri', 'nonce', 'snowflake'])
      this.#ajv.addFormat(format, true)
    this.#ajv.addSchema(document, 'discord')
  }

  check({ method, path, query, body, status, answer }: Exchange): Checked {
    const found = this.#operation(method, path)
    if (!found) {
      const violation = {
        operation: `${method} ${path}`,
        side: 'request',
        path: '',
        problem: 'no such operation',
      } as const
      return { operation: `${method} ${path}`, bodies: { request: 0, response: 0 }, violations: [violation] }
    }
    const { operation, pointer } = found
    const name = `${method} ${operation.operationId}`
    const violations: Violation[] = []
    for (const key of query.keys()) {
      if (!operation.parameters?.some((one) => one.in === 'query' && one.name === key))
        violations.push({ operation: name, side: 'request', path: `?${key}`, problem: 'not a parameter' })
    }
    const request = body !== undefined && operation.requestBody?.content['application/json']
    if (request)
      violations.push(
        ...this.#validate(name, 'request', `${pointer}/requestBody/content/application~1json/schema`, body),
      )
    const responseKey = [`${status}`, `${Math.floor(status / 100)}XX`].find((key) => operation.responses[key])
    const response =
      answer !== undefined &&
      responseKey !== undefined &&
      operation.responses[responseKey]?.content?.['application/json']
    if (responseKey === undefined)
      violations.push({ operation: name, side: 'response', path: '', problem: `status ${status} is not described` })
    if (response) {
      const schema = `${pointer}/responses/${responseKey}/content/application~1json/schema`
      violations.push(...this.#validate(name, 'response', schema, JSON.parse(JSON.stringify(answer))))
    }
    return { operation: name, bodies: { request: request ? 1 : 0, response: response ? 1 : 0 }, violations }
  }

  #validate(operation: string, side: Violation['side'], pointer: string, value: unknown): Violation[] {
    const schema = { $ref: `discord#${pointer}` }
    const validate = this.#compiled.get(pointer as never) ?? this.#ajv.compile(schema)
    this.#compiled.set(pointer as never, validate)
    if (validate(value)) return []
    const errors = validate.errors ?? []
    const agreeing = this.#agree(value, side)
    if (agreeing.changed.size > 0 && validate(agreeing.value)) {
      for (const why of agreeing.changed) this.oddities.set(why, (this.oddities.get(why) ?? 0) + 1)
      return []
    }
    return (agreeing.changed.size > 0 ? (validate.errors ?? []) : errors)
      .filter(({ keyword }) => !['anyOf', 'oneOf', 'allOf', 'if'].includes(keyword))
      .map(({ instancePath, message = '', params }) => {
        return { operation, side, path: instancePath, problem: `${message} ${JSON.stringify(params)}` }
      })
  }

  /** The value as the document has it, and why it was changed. */
  #agree(value: unknown, side: Violation['side']): { readonly value: unknown; readonly changed: ReadonlySet<string> } {
    const changed = new Set<string>()
    const agreed = JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
      const oddity = ODDITIES.find((one) => one.side === side && one.key.test(key))
      const better = oddity ? oddity.agree(inner) : inner
      if (oddity && JSON.stringify(better) !== JSON.stringify(inner)) changed.add(oddity.why)
      return better
    }) as unknown
    return { value: agreed, changed }
  }

  #operation(method: string, path: string): { readonly operation: Operation; readonly pointer: string } | undefined {
    const segments = decodeURIComponent(path).split('/')
    const fits = (pattern: string) => {
      const parts = pattern.split('/')
      return (
        parts.length === segments.length &&
        parts.every((part, index) => part.startsWith('{') || part === segments[index])
      )
    }
    const exact = (pattern: string) => pattern.split('/').filter((part) => !part.startsWith('{')).length
    const [pattern] = Object.keys(this.#document.paths)
      .filter(fits)
      .sort((a, b) => exact(b) - exact(a))
    const operation = pattern === undefined ? undefined : this.#document.paths[pattern]?.[method.toLowerCase()]
    if (pattern === undefined || !operation) return undefined
    const escaped = pattern.replaceAll('~', '~0').replaceAll('/', '~1')
    return {
      operation,
      pointer: `/paths/${encodeURIComponent(escaped).replaceAll('%7E', '~')}/${method.toLowerCase()}`,
    }
  }
}
