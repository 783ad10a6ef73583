import { baseUrlOf, type QwenTtsOptions } from '@lector/qwen-tts'
import type { Clock } from '../../../kernel/clock.ts'

export interface DashScopeOptions {
  readonly apiKey: string
  /** `singapore` (default), `beijing`, or any base URL that ends before `/services`. Each region has its own keys. */
  readonly baseUrl?: string
  /** With a region, requests go to the workspace's own host. */
  readonly workspace?: string
  readonly model?: string
  readonly instructModel?: string
  /** True (default): audio arrives while it is made. False: DashScope makes a file first, and it is fetched. */
  readonly stream?: boolean
  /** Milliseconds until a connection stands, TLS included: 5 s. */
  readonly connectTimeout?: number
  readonly clock?: Clock
}

/** The options of an engine's client. The stack times every engine, so the client times nothing but its connection. */
export function clientOptions(options: Omit<DashScopeOptions, 'stream'>): QwenTtsOptions {
  const { apiKey, baseUrl = 'singapore', workspace, connectTimeout = 5_000 } = options
  return {
    apiKey,
    baseUrl: baseUrlOf(baseUrl, workspace),
    ...(workspace !== undefined && { workspace }),
    connectTimeout,
    timeout: 0,
    download: { timeLimit: 10_000, sizeLimit: 20 * 1024 * 1024 },
  }
}
