import type { Dispatcher, Pool } from 'undici'
import { parseRecord } from '../../http/json.ts'
import type { Address } from './address.ts'

export interface ServerAnswer {
  readonly data: Dispatcher.ResponseData
  /** The address that answered, without secrets. */
  readonly url: string
  readonly requestId: string | undefined
}

export interface ServerRequest {
  readonly pool: Pool
  readonly address: Address
  readonly headers: Record<string, string>
  /** The place of the path in `address.speech`. */
  readonly path: number
  readonly body: string
  readonly signal: AbortSignal
}

/** Sends a request and follows 307 and 308 within the same host; other redirects would turn it into a GET. */
export async function askServer({ pool, address, headers, path, body, signal }: ServerRequest): Promise<ServerAnswer> {
  let target = moved.get(address)?.[path] ?? `${address.speech[path]}${address.search}`
  for (let hops = 0; ; hops++) {
    const data = await pool.request({
      method: 'POST',
      path: target,
      headers: { accept: '*/*', ...headers, 'content-type': 'application/json' },
      body,
      signal,
    })
    const next = hops < MOST_HOPS ? redirectOf(data, address, target) : undefined
    if (next !== undefined) moved.set(address, { ...moved.get(address), [path]: next })
    if (next === undefined) {
      const requestId = data.headers['x-request-id']
      return {
        data,
        url: `${address.origin}${target.split('?')[0]}`,
        requestId: typeof requestId === 'string' ? requestId : undefined,
      }
    }
    await data.body.dump()
    target = next
  }
}

/** Where servers have sent requests on to, so that each later request is made once. */
const moved = new WeakMap<Address, Readonly<Record<number, string>>>()

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, { origin }: Address, from: string) {
  if (statusCode !== 307 && statusCode !== 308) return undefined
  const url = URL.parse(String(headers.location), `${origin}${from}`)
  return url?.origin === origin ? `${url.pathname}${url.search}` : undefined
}

/** The ids of the models that a server lists; empty when it lists none, or does not answer soon. */
export async function listModels(
  pool: Pool,
  { models: path }: Address,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers, signal, headersTimeout: 3_000 })
    const answer = parseRecord(await body.text())
    if (statusCode !== 200 || !Array.isArray(answer?.data)) return []
    return answer.data.flatMap((model) => (typeof model?.id === 'string' ? [model.id] : []))
  } catch {
    return []
  }
}

const MOST_HOPS = 3
