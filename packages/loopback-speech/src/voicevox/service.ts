import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { type Answer, fastApiError, json, text, whole } from '../answer.ts'
import { encodeFile, widen } from '../audio/encode.ts'
import { encodeWav } from '../audio/wav.ts'
import { type Fields, parseRecord } from '../json.ts'
import { recorded } from '../recorded.ts'
import { send } from '../send.ts'
import type { ServiceContext } from '../service-context.ts'
import { coeiroinkAnswer } from './coeiroink.ts'
import { speakersOf, styleOf, type VoicevoxFlavour } from './flavour.ts'
import { type AudioQuery, audioQueryOf, readAudioQuery } from './query.ts'

/** A VOICEVOX engine (https://voicevox.github.io/voicevox_engine/api/), or one of its relatives. */
export class VoicevoxService {
  readonly #context: ServiceContext
  readonly #flavour: VoicevoxFlavour

  constructor(context: ServiceContext, flavour: VoicevoxFlavour) {
    this.#context = context
    this.#flavour = flavour
  }

  /** Answers if the path is one of the engine's. */
  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    if (!PATHS[this.#flavour.api].test(url.pathname)) return false
    const body = request.method === 'POST' ? await readText(request) : ''
    const speak: Speak = (style, query) => this.#speak(response, style, query, body)
    const route = `${request.method} ${url.pathname}`
    const answer =
      this.#flavour.api === 'coeiroink'
        ? coeiroinkAnswer(route, parseRecord(body), this.#flavour, speak)
        : voicevoxAnswer(route, url.searchParams, parseRecord(body), this.#flavour, speak)
    if (!answer) return false
    await send(answer, request, response, this.#context.clock)
    return true
  }

  #speak(response: ServerResponse, id: number, query: AudioQuery, body: string): Answer {
    const { unknownStyle, name, delay = 0, breaks = false } = this.#flavour
    const style = styleOf(this.#flavour, id)
    const asked = {
      model: name,
      text: query.text,
      voice: String(id),
      language: 'Auto',
      optimizeInstructions: false,
      streaming: false,
    }
    const { recorder, faults, speak } = recorded(this.#context, response, asked, { body, caller: 'bot' })
    const refusal = faults.refuse
      ? fastApiError(faults.refuse.status, faults.refuse.message)
      : style
        ? undefined
        : json(unknownStyle.status, unknownStyle.body)
    if (refusal) {
      recorder.answered(refusal.status)
      recorder.end('refused')
      return refusal
    }
    recorder.answered(200)
    response.once('finish', () => recorder.end('completed'))
    const sound = speak({ text: query.text, voice: String(id), model: name, language: 'Auto', speed: query.speedScale })
    const file = wavOf(query, sound)
    return {
      ...whole('audio/wav', breaks ? file.then((bytes) => bytes.subarray(0, bytes.length / 2)) : file),
      delay: delay + (faults.delay ?? 0),
      ...(breaks && { missing: 100_000, after: 'close' }),
    }
  }
}

/** Speaks a query in the style with this id. */
export type Speak = (style: number, query: AudioQuery) => Answer

const PATHS = {
  voicevox:
    /^\/(?:(?:core_)?versions?|speakers|speaker_info|(?:is_initialized|initialize)_speaker|audio_query|(?:cancellable_)?synthesis)?$/,
  coeiroink: /^\/(?:v1\/(?:engine_info|speakers|estimate_prosody|predict|synthesis))?$/,
}

function voicevoxAnswer(
  route: string,
  params: URLSearchParams,
  body: Fields | undefined,
  flavour: VoicevoxFlavour,
  speak: Speak,
): Answer | undefined {
  const style = Number(params.get('speaker'))
  const refusal = () => missingParameters(params, route === 'POST /audio_query' ? ['text', 'speaker'] : ['speaker'])
  const unknown = () =>
    styleOf(flavour, style) ? undefined : json(flavour.unknownStyle.status, flavour.unknownStyle.body)
  switch (route) {
    case 'GET /version':
      return json(200, flavour.version)
    case 'GET /core_versions':
      return json(200, [flavour.version])
    case 'GET /speakers':
      return json(200, speakersOf(flavour))
    case 'GET /speaker_info':
      return speakerInfo(params.get('speaker_uuid'), flavour)
    case 'GET /is_initialized_speaker':
      return refusal() ?? unknown() ?? json(200, true)
    case 'POST /initialize_speaker':
      return refusal() ?? unknown() ?? { status: 204, headers: {}, body: '' }
    case 'POST /audio_query':
      return refusal() ?? unknown() ?? json(200, audioQueryOf(params.get('text')!, flavour))
    case 'POST /synthesis': {
      const query = body && readAudioQuery(body, flavour)
      if (!query) return fastApiError(422, [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }])
      return refusal() ?? ('missing' in query ? missing('body', query.missing) : speak(style, query))
    }
    case 'POST /cancellable_synthesis':
      return flavour.speaks === 'kana'
        ? fastApiError(501, 'Cancelable synthesis is not supported in AivisSpeech Engine.')
        : fastApiError(404, '実験的機能はデフォルトで無効になっています。使用するには引数を指定してください。')
    case 'GET /':
      return text(200, '<!DOCTYPE html><title>VOICEVOX Engine</title>', 'text/html; charset=utf-8')
    default:
      return undefined
  }
}

function missingParameters(params: URLSearchParams, names: readonly string[]): Answer | undefined {
  const absent = names.filter((name) => !params.has(name))
  if (absent.length > 0) return missing('query', absent)
  const id = params.get('speaker')!
  return /^[+-]?\d+$/.test(id)
    ? undefined
    : fastApiError(422, [
        {
          type: 'int_parsing',
          loc: ['query', 'speaker'],
          msg: 'Input should be a valid integer, unable to parse string as an integer',
          input: id,
        },
      ])
}

function missing(place: string, names: readonly string[]): Answer {
  return fastApiError(
    422,
    names.map((name) => ({ type: 'missing', loc: [place, name], msg: 'Field required', input: null })),
  )
}

function speakerInfo(uuid: string | null, { speakers }: VoicevoxFlavour): Answer {
  const speaker = speakers.find((one) => one.uuid === uuid)
  if (!speaker) return fastApiError(404, '該当するキャラクターが見つかりません')
  const style_infos = speaker.styles.map(({ id }) => ({ id, icon: '', voice_samples: [] }))
  return json(200, { policy: speaker.policy ?? '', portrait: '', style_infos })
}

async function wavOf(query: AudioQuery, sound: AsyncIterable<Buffer>): Promise<Buffer> {
  const { rate, stereo, volumeScale, speedScale } = query
  const silence = (seconds: number) => Buffer.alloc(Math.round((seconds * rate) / speedScale) * 2)
  const pcm = await encodeFile('pcm', sound, rate)
  for (let at = 0; at + 1 < pcm.length && volumeScale !== 1; at += 2)
    pcm.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(pcm.readInt16LE(at) * volumeScale))), at)
  const all = Buffer.concat([silence(query.prePhonemeLength), pcm, silence(query.postPhonemeLength)])
  const channels = stereo ? 2 : 1
  return encodeWav(widen(all, { channels }), { sampleRate: rate, channels })
}
