/** The regions of Alibaba Model Studio with Qwen-TTS; each has its own keys. */
export const REGIONS = {
  singapore: 'https://dashscope-intl.aliyuncs.com/api/v1',
  beijing: 'https://dashscope.aliyuncs.com/api/v1',
} as const

export type Region = keyof typeof REGIONS

/**
 * The base address for a region's name or any base URL: workspace hosts
 * (`https://{WorkspaceId}.ap-southeast-1.maas.aliyuncs.com/api/v1`), proxies, servers on loopback.
 */
export function baseUrlOf(regionOrUrl: string): URL {
  const url = new URL(Object.hasOwn(REGIONS, regionOrUrl) ? REGIONS[regionOrUrl as Region] : regionOrUrl)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`Cannot use a DashScope base URL with protocol "${url.protocol}"`)
  }
  url.pathname = url.pathname.replace(/\/+$/, '')
  url.search = ''
  url.hash = ''
  return url
}

/** The path of the one HTTP call for speech, behind the base URL's own path. */
export function generationPath(base: URL): string {
  return `${base.pathname === '/' ? '' : base.pathname}/services/aigc/multimodal-generation/generation`
}
