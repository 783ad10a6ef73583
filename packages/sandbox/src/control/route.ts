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

/** A route whose body has these fields and no others; their names, kinds and needs are checked before it is handled. */
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

/** What most requests take. */
export const NO_FIELDS = {}
