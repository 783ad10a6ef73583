import { baseUrlOf, type QwenTtsOptions } from '@lector/qwen-tts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Deadlines } from '../../http/listening.ts'

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
  readonly deadlines?: Partial<Deadlines>
  readonly clock?: Clock
}

/** The client of an engine, whose deadlines watch over it: it has none of its own. */
export function clientOptions(
  { apiKey, baseUrl = 'singapore', workspace }: Pick<DashScopeOptions, 'apiKey' | 'baseUrl' | 'workspace'>,
  { connect }: Deadlines,
): QwenTtsOptions {
  return {
    apiKey,
    baseUrl: baseUrlOf(baseUrl, workspace),
    ...(workspace !== undefined && { workspace }),
    connectTimeout: connect,
    timeout: 0,
    download: { timeLimit: 10_000, sizeLimit: 20 * 1024 * 1024 },
  }
}
