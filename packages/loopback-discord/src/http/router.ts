/** What a handler sees of a request. */
export interface RouteRequest<Path extends string, Caller> {
  readonly params: { readonly [Name in ParamNames<Path>]: string }
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  readonly caller: Caller
}

export interface UploadedFile {
  readonly name: string
  readonly contentType: string
  readonly data: Buffer
}

/** A path's names of parameters: `'channels' | 'messages'` for `/channels/:channel/messages/:message`. */
type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** An answer with another status than 200, or with a body that is not JSON. */
export class Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

export const NO_CONTENT = new Answer(204)

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Route<Caller> {
  readonly method: Method
  /** As in `/channels/:channel/messages`. */
  readonly path: string
  /** Gives the JSON for a 200, or an `Answer`. */
  handle(request: RouteRequest<string, Caller>): unknown
}

/** Writes a route down so that its handler knows the names of its parameters. */
export function route<Caller, Path extends string>(
  method: Method,
  path: Path,
  handle: (request: RouteRequest<Path, Caller>) => unknown,
): Route<Caller> {
  return { method, path, handle: (request) => handle(request as RouteRequest<Path, Caller>) }
}

export interface Match<Caller> {
  readonly route: Route<Caller>
  readonly params: Record<string, string>
}

/** Finds the first route for a request. Segments may arrive percent-encoded (`%40original`). */
export function match<Caller>(
  routes: readonly Route<Caller>[],
  method: string | undefined,
  path: string,
): Match<Caller> | undefined {
  const segments = decoded(path)
  if (!segments) return undefined
  for (const candidate of routes) {
    if (candidate.method !== method) continue
    const params = paramsOf(candidate.path.split('/'), segments)
    if (params) return { route: candidate, params }
  }
  return undefined
}

/** With which methods a path may be asked for. */
export function methodsOf(routes: readonly Route<never>[], path: string): Method[] {
  const segments = decoded(path)
  const fitting = routes.filter((one) => segments && paramsOf(one.path.split('/'), segments))
  return [...new Set(fitting.map(({ method }) => method))]
}

function decoded(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return undefined
  }
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (expected.startsWith(':')) params[expected.slice(1)] = segment
    else if (expected !== segment) return undefined
  }
  return params
}
