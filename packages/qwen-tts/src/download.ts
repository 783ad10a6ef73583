import { lookup as systemLookup } from 'node:dns'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { toError } from './connection.ts'
import { isLoopback } from './endpoint.ts'
import { malformed, timeoutError } from './errors.ts'

export interface Downloader {
  /** Streams the file as it arrives. */
  fetch(url: string, signal?: AbortSignal): AsyncGenerator<Buffer>
  close(): Promise<void>
}

export interface DownloaderOptions {
  readonly connectTimeout?: number
  /** Milliseconds that the whole file may take, the caller's own time not counted: 10 s; 0 for no limit. */
  readonly timeLimit?: number
  /** Bytes: 20 MB, seven minutes of audio. */
  readonly sizeLimit?: number
  readonly lookup?: LookupFunction
}

/**
 * Fetches finished speech from where DashScope keeps it. The address comes from an answer, so it is trusted with
 * nothing: only the provider's storage hosts, only https, no redirect, no private address behind a public name, and
 * never the API key. A base URL on loopback may hand out addresses of its own host.
 */
export function createDownloader(base: URL, options: DownloaderOptions = {}): Downloader {
  const { connectTimeout = 5_000, timeLimit = 10_000, sizeLimit = 20 * 1024 * 1024 } = options
  const lookup = options.lookup ?? (systemLookup as LookupFunction)
  const guarded = isLoopback(base.hostname) ? lookup : refusePrivate(lookup)
  const agent = new Agent({ connect: { timeout: connectTimeout, lookup: guarded }, headersTimeout: 0, bodyTimeout: 0 })

  return {
    async *fetch(address, signal) {
      const url = fileUrl(address, base)
      signal?.throwIfAborted()
      const allowance = createAllowance(timeLimit, signal)
      try {
        allowance.resume()
        const { statusCode, body } = await request(url, { dispatcher: agent, signal: allowance.signal })
        if (statusCode !== 200) {
          body.on('error', () => {}).destroy()
          throw malformed(`its file answered with HTTP status ${statusCode}`, {
            status: statusCode,
            retryable: statusCode >= 500,
          })
        }
        let received = 0
        for await (const bytes of body) {
          received += bytes.byteLength
          if (received > sizeLimit) throw malformed('its file is too long')
          allowance.pause()
          yield bytes
          allowance.resume()
        }
      } catch (error) {
        throw toError(error, { connectTimeout, timeout: 0 }, allowance.signal)
      } finally {
        allowance.pause()
      }
    },
    close: () => agent.destroy(),
  }
}

/** The address to fetch, made safe; throws for one that is not the provider's. */
export function fileUrl(address: string, base: URL): URL {
  const url = URL.parse(address)
  if (url?.username !== '' || url.password !== '') throw malformed('its file has no usable address')
  if (isLoopback(base.hostname) && url.host === base.host && url.protocol === base.protocol) return url
  // DashScope writes http and serves https as well; the signature covers the path alone.
  if (url.protocol === 'http:') url.protocol = 'https:'
  if (url.protocol !== 'https:' || url.port !== '' || !STORAGE_HOST.test(url.hostname)) {
    throw malformed('its file is on a host that is not the provider’s')
  }
  return url
}

/** A stopwatch that aborts once it has run for `ms` in all. */
function createAllowance(ms: number, outer: AbortSignal | undefined) {
  const expired = new AbortController()
  let left = ms
  let since = 0
  let timer: NodeJS.Timeout | undefined
  return {
    signal: outer ? AbortSignal.any([outer, expired.signal]) : expired.signal,
    resume() {
      if (ms === 0) return
      since = performance.now()
      timer = setTimeout(() => expired.abort(timeoutError('file', ms)), left)
    },
    pause() {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      left = Math.max(0, left - (performance.now() - since))
    },
  }
}

/** Resolves names as usual, and fails for those that lead into a private network. */
function refusePrivate(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, address, family) => {
      const found = Array.isArray(address) ? address.map((entry) => entry.address) : [address]
      if (!error && found.some(isPrivate)) {
        callback(Object.assign(new Error(`"${hostname}" leads to a private address`), { code: 'EACCES' }), '')
      } else {
        callback(error, address, family)
      }
    })
}

function isPrivate(address: string): boolean {
  return NOT_PUBLIC.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const STORAGE_HOST = /^dashscope-result-[a-z0-9-]+\.oss-[a-z0-9-]+\.aliyuncs\.com$/

/** The special-purpose ranges of RFC 6890 that a public file is never in. */
const NOT_PUBLIC = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(net, prefix, 'ipv4')
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  NOT_PUBLIC.addSubnet(net, prefix, 'ipv6')
}
