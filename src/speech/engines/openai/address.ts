/** Where a server's paths begin. */
export interface Address {
  readonly origin: string
  /** What stands before `v1/…`; ends with a slash. */
  readonly prefix: string
  /** Paths that may speak, the most likely first. */
  readonly speech: readonly string[]
  /** Paths that may list voices, the most likely first. */
  readonly voices: readonly string[]
  readonly models: string
  /** `api-version=…` and the like; begins with `?` or is empty. */
  readonly search: string
  /** The user and password of the URL as an Authorization header. */
  readonly authorization: string | undefined
}

/**
 * The paths behind a base URL. People paste the host, the base with `/v1`, or the whole endpoint, and some servers have
 * no `/v1` at all.
 */
export function addressOf(baseUrl: string): Address {
  const url = rootOf(baseUrl)
  const { pathname: prefix, origin } = url
  const { search } = new URL(baseUrl)
  const name = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  const paths = (...ends: string[]) => ends.map((end) => `${prefix}${end}`)
  return {
    origin,
    prefix,
    speech: paths('v1/audio/speech', 'audio/speech'),
    voices: paths('v1/audio/voices', 'v1/voices', 'voices', 'audio/voices'),
    models: `${prefix}v1/models`,
    search,
    authorization: name === '' ? undefined : `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
  }
}

/** Where `/v1/…` begins. */
export function rootOf(baseUrl: string): URL {
  const url = new URL(baseUrl)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`Cannot use a speech server with protocol "${url.protocol}"`)
  }
  url.pathname = url.pathname.replace(/(\/v1)?(\/audio\/speech)?\/*$/, '/')
  url.search = ''
  url.hash = ''
  return url
}
