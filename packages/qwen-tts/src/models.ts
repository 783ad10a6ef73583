import type { JsonCaller } from './call.ts'
import { pathUnder } from './endpoint.ts'
import { QwenTtsError } from './errors.ts'
import { defined, type Fields, isRecord, recordIn, textIn } from './json.ts'

export interface ModelInfo {
  readonly id: string
  /** Whether the region's catalogue has the model. */
  readonly exists: boolean
  /** Whether this key's workspace may use it; undefined where DashScope does not tell. */
  readonly allowed: boolean | undefined
  /** When DashScope stops serving it, in milliseconds since 1970; undefined when no date is announced. */
  readonly offlineAt?: number
  /** The dated model that an undated id stands for. */
  readonly snapshot?: string
  readonly capabilities: readonly string[]
}

/** Asks about a model without speaking, which costs nothing. */
export async function findModel(
  call: JsonCaller,
  base: URL,
  headers: Record<string, string>,
  id: string,
  signal?: AbortSignal,
): Promise<ModelInfo> {
  const query = (fields: Record<string, string>) => new URLSearchParams({ model: id, ...fields })
  const ask = (path: string) =>
    call({ method: 'GET', path: pathUnder(base, path), headers, action: `look up model "${id}"`, signal })

  const [catalogue, permissions] = await Promise.all([
    ask(`/models?${query({})}`),
    ask(`/models/permissions?${query({ authorization_scope: 'AUTHORIZED', action: 'INFERENCE' })}`).catch(unpublished),
  ])
  const entry = entriesIn(catalogue).find(({ model }) => model === id)
  const { capabilities, equivalent_snapshot: snapshot, inference_offline_info: offline } = entry ?? {}
  return {
    id,
    exists: entry !== undefined,
    allowed: permissions && isAllowed(permissions, id),
    capabilities: Array.isArray(capabilities) ? capabilities.filter((name) => typeof name === 'string') : [],
    ...defined({ offlineAt: readOfflineTime(offline), snapshot: textIn(snapshot) }),
  }
}

/** Only some hosts have the route for permissions. Anything else that fails is a failure. */
function unpublished(error: unknown): undefined {
  if (!(error instanceof QwenTtsError) || error.status === undefined || error.kind === 'auth') throw error
  if (error.status >= 500 || error.status === 429) throw error
}

function isAllowed(permissions: Fields, id: string): boolean {
  const entry = entriesIn(permissions).find(({ model }) => model === id)
  return entry !== undefined && entry.inference !== false
}

function entriesIn({ output }: Fields): readonly Fields[] {
  const { models } = recordIn(output)
  return Array.isArray(models) ? models.filter(isRecord) : []
}

/**
 * `{ "offline_time": "2026-10-10 00:00:00" }`, also seen as `offlineTime` and keyed by the kind of use. Times without
 * a zone are China Standard Time, as all of DashScope's dates.
 */
function readOfflineTime(info: unknown): number | undefined {
  const fields = recordIn(info)
  const nested = Object.values(fields).filter(isRecord)
  const times = [fields, ...nested]
    .map(({ offline_time, offlineTime }) => parseTime(offline_time ?? offlineTime))
    .filter((time) => time !== undefined)
  return times.length === 0 ? undefined : Math.min(...times)
}

function parseTime(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value < 1e11 ? value * 1000 : value
  if (typeof value !== 'string') return undefined
  const [, date, time = '00:00:00', zone = '+08:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/.exec(value.trim()) ?? []
  const parsed = Date.parse(`${date}T${time}${zone}`)
  return Number.isNaN(parsed) ? undefined : parsed
}
