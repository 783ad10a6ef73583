import type { IncomingMessage } from 'node:http'

/** What a request asks for. What is no address at all is taken for the root. */
export function targetOf({ url = '/' }: IncomingMessage): { readonly path: string; readonly query: URLSearchParams } {
  const { pathname, searchParams } = URL.parse(url, 'http://sandbox') ?? new URL('http://sandbox/')
  return { path: pathname, query: searchParams }
}
