import { type Answer, fastApiError, json, missingField, notOneOf, streamed, validationError, whole } from '../answer.ts'
import { encode, encodeFile, type Format, type Sound, widen } from '../audio/encode.ts'
import { SAMPLE_RATE } from '../audio/pcm.ts'
import { encodeWav } from '../audio/wav.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { OpenAiMood } from './mood.ts'

/** Servers of the Kokoro model. */
export const KOKORO_MOODS: readonly OpenAiMood[] = [
  {
    name: 'kokoro-fastapi',
    summary:
      'Streams whatever format is asked for, 24 kHz; errors are objects under `detail`; voices have an id and a name.',
    source: 'remsky/Kokoro-FastAPI api/src/routers/openai_compatible.py',
    voice: 'af_heart',
    openai: { get: kokoroLists(), speak: (body, sound) => refusalOf(body) ?? speak(body, sound) },
  },
  {
    name: 'kokoro-fastapi-wav-per-chunk',
    summary: 'Sends a whole WAV for every chunk of a stream, as before April 2025; voices are bare strings.',
    source: 'remsky/Kokoro-FastAPI pull 94',
    voice: 'af_bella',
    openai: {
      get: { '/v1/audio/voices': () => json(200, { voices: VOICES }) },
      speak: (body, sound) => refusalOf(body) ?? streamed('audio/wav', wavPerChunk(sound)),
    },
  },
  {
    name: 'kokoro-fastapi-junk-at-the-end',
    summary: 'Eight bytes of a WAV header that was never written come after the sound.',
    source: 'remsky/Kokoro-FastAPI pull 467',
    voice: 'af_heart',
    openai: {
      get: kokoroLists(),
      speak: (body, sound) => refusalOf(body) ?? streamed(typeOf(body), followed(encode(formatOf(body), sound), JUNK)),
    },
  },
  {
    name: 'kokoros-float-wav',
    summary: 'Answers every format with a WAV of 32-bit floats.',
    source: 'lucasjinreal/Kokoros#63',
    openai: {
      speak: (_body, sound) =>
        whole(
          'audio/wav',
          encodeFile('pcm', sound).then((pcm) =>
            encodeWav(widen(pcm, { bits: 32, float: true }), { sampleRate: SAMPLE_RATE, bits: 32, float: true }),
          ),
        ),
    },
  },
]

function kokoroLists() {
  return {
    '/v1/audio/voices': (url: URL) =>
      json(200, {
        voices: url.searchParams.get('legacy') === 'true' ? VOICES : VOICES.map((id) => ({ id, name: id })),
      }),
    '/v1/models': () =>
      json(200, {
        object: 'list',
        data: MODELS.map((id) => ({ id, object: 'model', created: 1_686_935_002, owned_by: 'kokoro' })),
      }),
  }
}

function refusalOf({
  model = 'kokoro',
  input,
  voice = 'af_heart',
  responseFormat = 'mp3',
}: SpeechBody): Answer | undefined {
  if (input === undefined) return validationError(missingField('input'))
  if (!(responseFormat in TYPES))
    return validationError(notOneOf('response_format', Object.keys(TYPES), responseFormat))
  if (!MODELS.includes(model)) return refused('invalid_model', `Unsupported model: ${model}`)
  // A voice can be a mix: af_bella(2)+af_sky(1).
  for (const name of voice.split(/[+-]/).map((part) => part.replace(/\(.*\)$/, '').trim()))
    if (!VOICES.includes(OPENAI_VOICES[name] ?? name))
      return refused(
        'validation_error',
        `Voice '${name}' not found. Available voices: ${[...VOICES].sort().join(', ')}`,
      )
  return undefined
}

function refused(error: string, message: string): Answer {
  return fastApiError(400, { error, message, type: 'invalid_request_error' })
}

function speak(body: SpeechBody, sound: Sound): Answer {
  const headers = {
    'content-disposition': `attachment; filename=speech.${body.responseFormat ?? 'mp3'}`,
    'cache-control': 'no-cache',
  }
  const format = formatOf(body)
  return body.stream === false
    ? whole(typeOf(body), encodeFile(format, sound), headers)
    : streamed(typeOf(body), encode(format, sound), { ...headers, 'x-accel-buffering': 'no' })
}

async function* wavPerChunk(sound: Sound): AsyncGenerator<Buffer> {
  for await (const pcm of sound) yield encodeWav(pcm, { sampleRate: SAMPLE_RATE })
}

async function* followed(bytes: AsyncIterable<Buffer>, end: Buffer): AsyncGenerator<Buffer> {
  yield* bytes
  yield end
}

function formatOf({ responseFormat = 'mp3' }: SpeechBody): Format {
  return responseFormat as Format
}

function typeOf({ responseFormat = 'mp3' }: SpeechBody): string {
  return TYPES[responseFormat] ?? 'audio/mpeg'
}

const MODELS = ['tts-1', 'tts-1-hd', 'kokoro', 'gpt-4o-mini-tts']
const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  opus: 'audio/opus',
  aac: 'audio/aac',
  flac: 'audio/flac',
  wav: 'audio/wav',
  pcm: 'audio/pcm',
}
const JUNK = Buffer.from('00000000ffffffff', 'hex')
/** Its files in api/src/voices/v1_0; the first letter is the language, the second the speaker's sex. */
const VOICES = (
  'af_alloy af_aoede af_bella af_heart af_jadzia af_jessica af_kore af_nicole af_nova af_river af_sarah af_sky ' +
  'am_adam am_echo am_eric am_fenrir am_liam am_michael am_onyx am_puck am_santa bf_alice bf_emma bf_isabella ' +
  'bf_lily bm_daniel bm_fable bm_george bm_lewis ef_dora em_alex em_santa ff_siwis hf_alpha hf_beta hm_omega hm_psi ' +
  'if_sara im_nicola jf_alpha jf_gongitsune jf_nezumi jf_tebukuro jm_kumo pf_dora pm_alex pm_santa zf_xiaobei ' +
  'zf_xiaoni zf_xiaoxiao zf_xiaoyi zm_yunjian zm_yunxi zm_yunxia zm_yunyang'
).split(' ')
const OPENAI_VOICES: Readonly<Record<string, string>> = {
  alloy: 'am_adam',
  ash: 'af_nicole',
  coral: 'bf_emma',
  echo: 'af_bella',
  fable: 'af_sarah',
  onyx: 'bm_george',
  nova: 'bf_isabella',
  sage: 'am_michael',
  shimmer: 'af_sky',
}
