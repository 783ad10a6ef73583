/** What a server sends back: the head, the body and what it does with the connection afterwards. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Whole, or piece by piece while it is made. A body that throws breaks the connection. */
  readonly body: string | Buffer | Promise<Buffer> | AsyncIterable<Buffer | string>
  /** Milliseconds before the head. */
  readonly delay?: number
  /** Bytes that `content-length` promises beyond the whole body. */
  readonly missing?: number
  /** `close` shuts the connection after the body, whatever `content-length` promised; `hang` never ends the answer. */
  readonly after?: 'close' | 'hang'
}

type Headers = Readonly<Record<string, string>>

export function json(status: number, value: unknown, headers: Headers = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

export function text(status: number, body: string, contentType = 'text/plain; charset=utf-8'): Answer {
  return { status, headers: { 'content-type': contentType }, body }
}

/** The page of a proxy or of a web interface. */
export function html(status: number, title: string, headers: Headers = {}): Answer {
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/1.25.5</center>\r\n</body>\r\n</html>\r\n`
  return { status, headers: { 'content-type': 'text/html', ...headers }, body }
}

/** Sound that leaves while it is made; an undefined type sends no label. */
export function streamed(
  contentType: string | undefined,
  body: AsyncIterable<Buffer | string>,
  headers: Headers = {},
): Answer {
  return { status: 200, headers: { ...(contentType && { 'content-type': contentType }), ...headers }, body }
}

/** Sound that leaves when all of it has been made, with its length. */
export function whole(contentType: string | undefined, body: Promise<Buffer>, headers: Headers = {}): Answer {
  return { status: 200, headers: { ...(contentType && { 'content-type': contentType }), ...headers }, body }
}

/** FastAPI's answer to `raise HTTPException(status, detail)`. */
export function fastApiError(status: number, detail: unknown): Answer {
  return json(status, { detail })
}

/** What pydantic found wrong with one field. */
export interface FieldError {
  readonly type: string
  readonly field: string
  readonly message: string
  readonly input?: unknown
  readonly context?: Readonly<Record<string, unknown>>
}

/** FastAPI's answer to a body that its model refuses: a list, one entry for each field. */
export function validationError(...errors: readonly FieldError[]): Answer {
  return fastApiError(
    422,
    errors.map(({ type, field, message, input, context }) => ({
      type,
      loc: ['body', field],
      msg: message,
      input: input ?? null,
      ...(context && { ctx: context }),
    })),
  )
}

export function missingField(field: string): FieldError {
  return { type: 'missing', field, message: 'Field required' }
}

/** A value outside a `Literal[…]`. */
export function notOneOf(field: string, allowed: readonly string[], input: unknown): FieldError {
  const quoted = allowed.map((value) => `'${value}'`)
  const expected = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
  return { type: 'literal_error', field, message: `Input should be ${expected}`, input, context: { expected } }
}

/** The error object of OpenAI. */
export function openAiError(status: number, message: string, type: string, code: unknown = null): Answer {
  return json(status, { error: { message, type, param: null, code } })
}
