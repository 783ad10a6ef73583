import { REGIONS, type Region } from '@lector/qwen-tts'
import { isLectorError, type LectorError } from '../../../kernel/errors.ts'
import { probeSpeech } from '../../probe.ts'
import { createDashScopeEngine } from './engine.ts'

/** Whether a refused key belongs to the other region: asks there for one word. */
export async function diagnose(
  { code }: LectorError,
  { apiKey, baseUrl }: { readonly apiKey: string; readonly baseUrl: string },
): Promise<string | undefined> {
  if (code !== 'speech.auth' || !Object.hasOwn(REGIONS, baseUrl)) return undefined
  const other = (Object.keys(REGIONS) as Region[]).find((region) => region !== baseUrl)!
  const accepted = await accepts(apiKey, other)
  return accepted ? `The key belongs to the region ${other}. Set DASHSCOPE_REGION=${other}.` : undefined
}

async function accepts(apiKey: string, region: Region): Promise<boolean> {
  const engine = createDashScopeEngine({ apiKey, baseUrl: region })
  try {
    await probeSpeech(engine, 'Cherry')
    return true
  } catch (error) {
    // A key that may not speak is a key of this region nevertheless.
    return isLectorError(error) && KNOWN.has(error.code)
  } finally {
    await engine.close()
  }
}

const KNOWN = new Set(['speech.access', 'speech.quota', 'speech.billing', 'speech.rate-limited', 'speech.model-gone'])
