import { type Family, familyOf } from './families.ts'

/** The regions with Qwen-TTS; each has its own keys. */
export const REGIONS = {
  singapore: { shared: 'dashscope-intl.aliyuncs.com', id: 'ap-southeast-1' },
  beijing: { shared: 'dashscope.aliyuncs.com', id: 'cn-beijing' },
} as const

export type Region = keyof typeof REGIONS

/**
 * The base URL for a region's name or any base URL. A region with a workspace has a host of its own,
 * `{workspace}.ap-southeast-1.maas.aliyuncs.com`, which Alibaba recommends over the shared one
 * (https://www.alibabacloud.com/help/en/model-studio/base-url).
 */
export function baseUrlOf(regionOrUrl: string | URL, workspace?: string): URL {
  const url = new URL(isRegion(regionOrUrl) ? `https://${hostOf(regionOrUrl, workspace)}/api/v1` : regionOrUrl)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`Cannot use a DashScope base URL with protocol "${url.protocol}"`)
  }
  url.pathname = url.pathname.replace(/\/+$/, '')
  url.search = ''
  url.hash = ''
  return url
}

/** A path behind the base URL's own. */
export function pathUnder(base: URL, path: string): string {
  return `${base.pathname === '/' ? '' : base.pathname}${path}`
}

/** The path that speaks with a model. */
export function speechPath(base: URL, model: string): string {
  return pathUnder(base, SPEECH_PATHS[familyOf(model)])
}

/** The WebSocket of a realtime model: on the same host, `/api-ws/v1/realtime` in place of `/api/v1`. */
export function realtimeUrlOf(base: URL, model: string): URL {
  const url = new URL(base)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.pathname = `${url.pathname.replace(/(\/api\/v1)?\/?$/, '')}/api-ws/v1/realtime`
  url.searchParams.set('model', model)
  return url
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function isRegion(value: string | URL): value is Region {
  return typeof value === 'string' && Object.hasOwn(REGIONS, value)
}

function hostOf(region: Region, workspace: string | undefined): string {
  const { shared, id } = REGIONS[region]
  if (workspace === undefined || workspace === '') return shared
  if (!/^[\w-]{1,63}$/.test(workspace)) throw new TypeError(`Cannot build a host for workspace "${workspace}"`)
  return `${workspace}.${id}.maas.aliyuncs.com`
}

const SPEECH_PATHS: Readonly<Record<Family, string>> = {
  'qwen-tts': '/services/aigc/multimodal-generation/generation',
  'qwen-audio': '/services/audio/tts/SpeechSynthesizer',
}
