import { Answer } from '../http/router.ts'

export interface RateLimit {
  /** As it stands in the request, without `/api/v10`; a prefix is enough. */
  readonly path: string
  /** Any method when not given. */
  readonly method?: string
  /** How many requests are refused. */
  readonly times: number
  readonly retryAfter: number
  readonly global?: boolean
}

/** Refuses requests with 429 when a test asks for it; by itself the sandbox limits nobody. */
export class RateLimits {
  #pending: { readonly limit: RateLimit; left: number }[] = []

  add(limit: RateLimit): void {
    this.#pending.push({ limit, left: limit.times })
  }

  /** How many requests are still to be refused. */
  get left(): number {
    return this.#pending.reduce((sum, { left }) => sum + left, 0)
  }

  /** Refuses nobody any more. */
  clear(): void {
    this.#pending = []
  }

  refuse(method: string | undefined, path: string): Answer | undefined {
    const hit = this.#pending.find(({ limit }) => path.startsWith(limit.path) && (limit.method ?? method) === method)
    if (!hit) return undefined
    hit.left -= 1
    this.#pending = this.#pending.filter(({ left }) => left > 0)
    return tooManyRequests(hit.limit)
  }
}

/** What Discord tells with every answer; the sandbox counts no requests, so there is always room. */
export function rateLimitHeaders(method: string | undefined, path: string): Record<string, string> {
  // Discord has a bucket for each route and main resource; ids further down share one.
  const [, resource = '', id = '', ...rest] = path.split('/')
  const route = [resource, id, ...rest.map((part) => (/^\d+$/.test(part) ? ':id' : part))].join('/')
  return {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Date.now() / 1000 + 1),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': Buffer.from(`${method} ${route}`).toString('hex').slice(0, 32),
  }
}

/** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
function tooManyRequests({ retryAfter, global = false }: RateLimit): Answer {
  const seconds = retryAfter / 1000
  const headers = {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-limit': '1',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(seconds),
    'x-ratelimit-bucket': 'sandbox',
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global && { 'x-ratelimit-global': 'true' }),
  }
  return new Answer(429, { message: 'You are being rate limited.', code: 0, retry_after: seconds, global }, headers)
}
