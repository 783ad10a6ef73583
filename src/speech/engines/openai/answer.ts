import { MIMEType } from 'node:util'
import type { Dispatcher } from 'undici'
import { durationOf } from '../../../audio/format.ts'
import type { PcmFormat } from '../../../audio/wav.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { SpeechEvent } from '../../engine.ts'
import { drain, parseRetryAfter } from '../../http/http-connection.ts'
import { hear } from '../../http/listening.ts'
import { cut, failureOf, malformed, type RequestFacts } from './failures.ts'
import { createStreamEventReader, parseErrorBody } from './speech-events.ts'

/**
 * The sound in an answer. What a server makes of a request changes with its version, so the content type decides: bare
 * PCM, a WAV whose sizes mean nothing, or events. Throws a `LectorError` for what is not speech to its end.
 */
export async function* readAnswer(
  answer: Dispatcher.ResponseData,
  text: string,
  facts: RequestFacts,
  clock: Clock,
): AsyncGenerator<SpeechEvent> {
  const { statusCode: status, headers, body } = answer
  // A body that is left behind still reports its end.
  body.on('error', () => {})
  let finished = false
  try {
    const type = typeOf(headers['content-type'])
    if (status >= 400 || type?.subtype === 'json') {
      const retryAfter = parseRetryAfter(headers['retry-after'], clock.wall())
      const error = parseErrorBody(await readText(body), status)
      if (status < 400 && error.message === '') throw malformed('it is JSON')
      throw failureOf(error, { ...facts, ...(retryAfter === undefined ? {} : { retryAfter }) })
    }
    if (status !== 200) throw malformed(`it has HTTP status ${status}`)
    const pieces = body.iterator({ destroyOnReturn: false })
    if (type?.essence === 'text/event-stream') {
      const heard = yield* hear(soundOf(pieces, facts))
      if (heard === 0) throw malformed('it has no sound', { retryable: true })
    } else if (type === undefined || PCM_OR_WAV.test(type.essence)) {
      const heard = yield* hear(pieces, formatOf(type))
      if (heard === 0) throw malformed('it has no sound', { retryable: true })
      // Bare sound has no closing mark, so a server that gave up looks like one that is done.
      if (durationOf(heard) < shortestOf(text)) throw cut('its sound is shorter than the words')
    } else {
      throw malformed(`it is "${type.essence}"`, { retryable: true })
    }
    finished = true
  } finally {
    if (finished) void drain(body, clock)
    else body.destroy()
  }
}

/** The audio bytes of events, up to the one that says that it was all. */
async function* soundOf(pieces: AsyncIterable<Uint8Array>, facts: RequestFacts): AsyncGenerator<Uint8Array> {
  const events = createStreamEventReader()
  for await (const bytes of pieces) {
    for (const event of events.push(bytes)) {
      if (event.kind === 'done') return
      if (event.kind === 'error') throw failureOf(event.error, facts)
      if (event.kind === 'malformed') throw malformed(event.reason, { retryable: true })
      yield event.audio
    }
  }
  throw cut('its last event is missing')
}

function typeOf(header: string | string[] | undefined): MIMEType | undefined {
  try {
    return new MIMEType(String(header))
  } catch {
    return undefined
  }
}

/** Some servers tell the format of bare PCM: `audio/pcm;rate=16000;channels=1`. */
function formatOf(type: MIMEType | undefined): PcmFormat | undefined {
  const sampleRate = Number(type?.params.get('rate'))
  return sampleRate > 0 ? { sampleRate, channels: Number(type?.params.get('channels')) === 2 ? 2 : 1 } : undefined
}

/** Nobody speaks two hundred letters a second. */
function shortestOf(text: string): number {
  return Math.max(30, 5 * (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0))
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const bytes of body) {
    pieces.push(bytes)
    length += bytes.byteLength
    if (length > MAX_ERROR_BYTES) break
  }
  return Buffer.concat(pieces).toString()
}

const MAX_ERROR_BYTES = 64 * 1024
/** Not `audio/L16`, whose bytes stand the other way round, and nothing compressed. */
const PCM_OR_WAV = /^(audio\/(x-)?(pcm|wav|wave|raw)|audio\/vnd\.wave|application\/octet-stream)$/
