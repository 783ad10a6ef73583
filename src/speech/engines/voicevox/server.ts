import type { Dispatcher, Pool } from 'undici'
import { LectorError } from '../../../kernel/errors.ts'
import { isRecord, parseRecord } from '../../http/json.ts'
import { scrub } from '../../http/scrub.ts'
import { readSpeakers, type Speaker } from './speakers.ts'

export const ENGINE = 'voicevox'

/** What a server says of itself. */
export interface ServerFacts {
  readonly api: 'voicevox' | 'coeiroink'
  /** How credits name it: `VOICEVOX`, `AivisSpeech`, `COEIROINK`. */
  readonly brand: string
  readonly speakers: readonly Speaker[]
}

/** Asks a server what it is and who speaks; undefined if it is none of the three. */
export async function readServer(pool: Pool, prefix: string, signal: AbortSignal): Promise<ServerFacts | undefined> {
  const own = readSpeakers(await getJson(pool, `${prefix}/speakers`, signal))
  if (own) return { api: 'voicevox', brand: await brandOf(pool, prefix, signal), speakers: own }
  const other = readSpeakers(await getJson(pool, `${prefix}/v1/speakers`, signal))
  return other && { api: 'coeiroink', brand: 'COEIROINK', speakers: other }
}

async function brandOf(pool: Pool, prefix: string, signal: AbortSignal): Promise<string> {
  const manifest = await getJson(pool, `${prefix}/engine_manifest`, signal)
  return isRecord(manifest) && typeof manifest.brand_name === 'string' ? manifest.brand_name : 'VOICEVOX'
}

async function getJson(pool: Pool, path: string, signal: AbortSignal): Promise<unknown> {
  const { statusCode, body } = await pool.request({ method: 'GET', path, signal })
  const text = await body.text()
  if (statusCode !== 200) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Posts and returns a good answer; throws a `LectorError` for any other. */
export async function post(
  pool: Pool,
  path: string,
  body: object | undefined,
  text: string,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await pool.request({
    method: 'POST',
    path,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal,
  })
  answer.body.on('error', () => {})
  if (answer.statusCode === 200) return answer
  throw refusalOf(answer.statusCode, await answer.body.text(), text)
}

function refusalOf(status: number, body: string, text: string): LectorError {
  const detail = parseRecord(body)?.detail ?? body
  const words = typeof detail === 'string' ? detail : JSON.stringify(detail)
  const message = `Server refused to speak: HTTP ${status}, ${scrub(words, [text])}`
  if (/style|スタイル|speaker|話者/i.test(words) && status < 500) {
    return new LectorError('speech.voice-unknown', { engine: ENGINE, voice: '' }, message)
  }
  if (status >= 500) return new LectorError('speech.server', { engine: ENGINE, status }, message, { retryable: true })
  return new LectorError('speech.bad-request', { engine: ENGINE, status }, message)
}

export function malformed(reason: string, cause?: unknown): LectorError {
  const message = `Cannot read the VOICEVOX server's answer: ${reason}`
  return new LectorError('speech.malformed', { engine: ENGINE }, message, cause === undefined ? {} : { cause })
}
