import type { IncomingMessage } from 'node:http'

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost'])

/**
 * The API is open to everything on this host, but not to the web pages that a browser on it shows: a foreign name in
 * `Host` is DNS rebinding, a foreign `Origin` or `Sec-Fetch-Site` another site's script.
 */
export function isLocalRequest({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { host = '', origin } = headers
  if (!LOCAL_NAMES.has(hostnameOf(`http://${host}`))) return false
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return false
  return origin === undefined || origin === `http://${host}`
}

function hostnameOf(url: string): string {
  return URL.parse(url)?.hostname ?? ''
}
