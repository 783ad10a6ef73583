import { MIMEType } from 'node:util'
import type { Dispatcher } from 'undici'
import { decodeSound } from '../../../audio/decode.ts'
import { durationOf, SAMPLE_RATE } from '../../../audio/format.ts'
import { type PcmFormat, UnsupportedAudioError } from '../../../audio/wav.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { SpeechEvent } from '../../engine.ts'
import { drain, parseRetryAfter } from '../../http/http-connection.ts'
import { decodeBase64, isRecord, parseRecord } from '../../http/json.ts'
import { cut, failureOf, malformed, RefusedError, type RequestFacts, UnusableError } from './failures.ts'
import { createStreamEventReader, parseErrorBody } from './speech-events.ts'

export interface AnswerFacts extends RequestFacts {
  readonly text: string
  /** The rate of bare PCM, if the server does not tell it. */
  readonly rate?: number | undefined
}

/**
 * The sound in an answer. What a server makes of a request changes with its version, so the bytes decide what it is, and
 * the label only where they cannot: how fast bare PCM is played. Throws a `LectorError` for what is not speech to its
 * end, a `RefusedError` for a refusal, and an `UnusableError` for an answer that brought no sound that can be read.
 */
export async function* readAnswer(
  answer: Dispatcher.ResponseData,
  facts: AnswerFacts,
  clock: Clock,
): AsyncGenerator<SpeechEvent> {
  const { statusCode: status, headers, body } = answer
  // A body that is left behind still reports its end.
  body.on('error', () => {})
  let finished = false
  let heard = 0
  try {
    const type = typeOf(headers['content-type'])
    if (status !== 200) await refuse(answer, facts, clock)
    if (type?.essence === 'text/html') throw malformed('it is a web page', { retryable: true })
    const pieces = body.iterator({ destroyOnReturn: false })
    const sound =
      type?.subtype === 'json'
        ? soundInJson(await readText(body, MAX_JSON_BYTES), facts)
        : type?.essence === 'text/event-stream'
          ? soundInEvents(pieces, facts)
          : pieces
    for await (const pcm of decodeSound(sound, formatOf(type, headers, facts))) {
      heard += pcm.length
      yield { kind: 'audio', pcm }
    }
    if (heard === 0) throw new UnusableError(malformed('it has no sound', { retryable: true }))
    // Bare sound has no closing mark, so a server that gave up looks like one that is done.
    if (durationOf(heard) < shortestOf(facts.text)) throw cut('its sound is shorter than the words')
    finished = true
  } catch (error) {
    if (!(error instanceof UnsupportedAudioError)) throw error
    const failure = malformed(`${error.message}; set OPENAI_SPEECH_FORMAT to wav, pcm or mp3`, { cause: error })
    throw heard > 0 ? failure : new UnusableError(failure)
  } finally {
    if (finished) void drain(body, clock)
    else body.destroy()
  }
}

async function refuse(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  facts: AnswerFacts,
  clock: Clock,
) {
  if (status < 400) throw malformed(`it has HTTP status ${status}`)
  const retryAfter = parseRetryAfter(headers['retry-after'], clock.wall())
  const error = parseErrorBody(await readText(body, MAX_ERROR_BYTES), status)
  throw new RefusedError(error, failureOf(error, { ...facts, ...(retryAfter === undefined ? {} : { retryAfter }) }))
}

/** The audio bytes of events, up to the one that says that it was all. */
async function* soundInEvents(pieces: AsyncIterable<Uint8Array>, facts: AnswerFacts): AsyncGenerator<Uint8Array> {
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

/** Some servers put a file into JSON. Everything else in JSON is an error, whatever the status says. */
async function* soundInJson(text: string, facts: AnswerFacts): AsyncGenerator<Uint8Array> {
  const json = parseRecord(text)
  const fields = json && isRecord(json.data) ? { ...json, ...json.data } : (json ?? {})
  for (const name of ['audio', 'audio_base64', 'audio_data', 'audioContent', 'data', 'content']) {
    const sound = decodeBase64(fields[name])
    if (sound && sound.length > 0) return yield sound
  }
  const error = parseErrorBody(text, 200)
  if (error.message === '') throw malformed('it is JSON')
  throw new RefusedError({ ...error, status: error.status === 200 ? 400 : error.status }, failureOf(error, facts))
}

function typeOf(header: string | string[] | undefined): MIMEType | undefined {
  try {
    return new MIMEType(String(header))
  } catch {
    return undefined
  }
}

/**
 * The format of bare PCM. Servers tell the rate in the content type (`audio/pcm;rate=16000`, `audio/L16;rate=24000`) or
 * in a header of their own; those that do not are taken for 24 kHz, as OpenAI's.
 */
function formatOf(
  type: MIMEType | undefined,
  headers: Dispatcher.ResponseData['headers'],
  { rate }: AnswerFacts,
): PcmFormat {
  const told = (...names: string[]) => {
    const values = names.map((name) => Number(type?.params.get(name) ?? headers[name] ?? headers[`x-${name}`]))
    return values.find((value) => value > 0)
  }
  const bits = told('bits', 'bit-depth', 'bits-per-sample')
  const isFloat = /float|f32/i.test(`${type?.params.get('encoding') ?? ''} ${type?.params.get('codec') ?? ''}`)
  const isBigEndian = type?.subtype.toLowerCase() === 'l16'
  return {
    sampleRate: told('rate', 'sample-rate', 'samplerate', 'audio-sample-rate', 'sampling-rate') ?? rate ?? SAMPLE_RATE,
    channels: told('channels', 'audio-channels') === 2 ? 2 : 1,
    ...(isFloat && { samples: { bits: bits === 64 ? 64 : 32, float: true } }),
    ...(!isFloat && (bits === 24 || bits === 32) && { samples: { bits } }),
    ...(isBigEndian && { samples: { bits: 16, bigEndian: true } }),
  }
}

/** Nobody speaks two hundred letters a second. */
function shortestOf(text: string): number {
  return Math.max(30, 5 * (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0))
}

async function readText(body: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const bytes of body) {
    pieces.push(bytes)
    length += bytes.byteLength
    if (length > limit) break
  }
  return Buffer.concat(pieces).toString()
}

const MAX_ERROR_BYTES = 64 * 1024
/** A minute of sound in Base64. */
const MAX_JSON_BYTES = 8 * 1024 * 1024
