import { type Answer, json, missingField, text, validationError } from '../answer.ts'
import type { Fields } from '../json.ts'
import type { VoicevoxFlavour } from './flavour.ts'
import type { AudioQuery } from './query.ts'

/**
 * COEIROINK 2, as its public clients use it: one call speaks, without a query before it, and a speaker is named by a
 * UUID beside the style. What it says of a speaker that it does not have is not public; 500 is FastAPI's word for it.
 */
export function coeiroinkAnswer(
  route: string,
  body: Fields | undefined,
  flavour: VoicevoxFlavour,
  speak: (style: number, query: AudioQuery) => Answer,
): Answer | undefined {
  switch (route) {
    case 'GET /':
      return json(200, { status: 'COEIROINK is running' })
    case 'GET /v1/engine_info':
      return json(200, { device: 'cpu', version: flavour.version })
    case 'GET /v1/speakers':
      return json(200, coeiroinkSpeakers(flavour))
    case 'POST /v1/estimate_prosody':
      return withFields(body, ['text'], ({ text }) => json(200, prosodyOf(String(text))))
    case 'POST /v1/predict':
      return withFields(body, PREDICT, (fields) => synthesize(fields, flavour, speak))
    case 'POST /v1/synthesis':
      return withFields(body, SYNTHESIS, (fields) => synthesize(fields, flavour, speak))
    default:
      return undefined
  }
}

function withFields(body: Fields | undefined, required: readonly string[], answer: (fields: Fields) => Answer): Answer {
  const absent = required.filter((name) => body?.[name] === undefined)
  return body && absent.length === 0 ? answer(body) : validationError(...absent.map(missingField))
}

function synthesize(
  { text: spoken, speakerUuid, styleId, ...fields }: Fields,
  { speakers, rate }: VoicevoxFlavour,
  speak: (style: number, query: AudioQuery) => Answer,
): Answer {
  const speaker = speakers.find(({ uuid }) => uuid === speakerUuid)
  if (!speaker?.styles.some(({ id }) => id === styleId)) return text(500, 'Internal Server Error')
  const number = (name: string, fallback: number) => (typeof fields[name] === 'number' ? fields[name] : fallback)
  return speak(styleId as number, {
    text: String(spoken),
    speedScale: number('speedScale', 1),
    volumeScale: number('volumeScale', 1),
    prePhonemeLength: number('prePhonemeLength', 0.1),
    postPhonemeLength: number('postPhonemeLength', 0.1),
    rate: number('outputSamplingRate', rate),
    stereo: false,
  })
}

function coeiroinkSpeakers({ speakers, version }: VoicevoxFlavour): object[] {
  return speakers.map(({ name, uuid, styles }) => ({
    speakerName: name,
    speakerUuid: uuid,
    styles: styles.map((style) => ({ styleName: style.name, styleId: style.id, base64Icon: '', base64Portrait: null })),
    version,
    base64Portrait: '',
  }))
}

function prosodyOf(spoken: string): object {
  const detail = [...spoken].map((character, index) => ({
    phoneme: character,
    hira: character,
    accent: index === 0 ? 0 : 1,
  }))
  return { plain: [spoken], detail: [detail] }
}

const PREDICT = ['speakerUuid', 'styleId', 'text', 'speedScale']
const SYNTHESIS = [
  ...PREDICT,
  'volumeScale',
  'pitchScale',
  'intonationScale',
  'prePhonemeLength',
  'postPhonemeLength',
  'outputSamplingRate',
]
