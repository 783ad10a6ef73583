import {
  route as anyRoute,
  type Fields,
  type Method,
  type Route,
  type RouteRequest,
  readFields,
  type ValuesOf,
} from '@lector/loopback-discord/http'

type Handle<Path extends string, F extends Fields> = (
  request: Omit<RouteRequest<Path, undefined>, 'body'> & { readonly body: ValuesOf<F> },
) => unknown

/** A route whose body has exactly these fields; they are validated before the handler runs. */
export function route<Path extends string, F extends Fields>(
  method: Method,
  path: Path,
  fields: F,
  handle: Handle<Path, F>,
): Route<undefined> {
  return anyRoute(method, path, (request: RouteRequest<Path, undefined>) =>
    handle({ ...request, body: readFields(fields, request.body) }),
  )
}

/** Fields of a request without a body. */
export const NO_FIELDS = {}
