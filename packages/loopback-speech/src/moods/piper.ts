import { fastApiError, json, missingField, notOneOf, streamed, validationError, whole } from '../answer.ts'
import { encode, encodeFile, event, events, type Format } from '../audio/encode.ts'
import type { OpenAiMood } from './mood.ts'

/** Servers of Piper voices, whose own rate is 22.05 kHz. */
export const PIPER_MOODS: readonly OpenAiMood[] = [
  {
    name: 'speaches-piper',
    summary:
      'Streams PCM of 22.05 kHz without saying so, unless `sample_rate` asks for another; needs the model’s whole name.',
    source: 'speaches-ai/speaches src/speaches/routers/speech.py, executors/piper.py',
    model: 'speaches-ai/piper-en_US-lessac-medium',
    voice: 'lessac',
    openai: {
      get: {
        '/v1/audio/voices': () => json(200, { voices: [{ name: 'lessac', language: 'en' }], object: 'list' }),
        '/v1/models': () => json(200, { object: 'list', data: [{ id: SPEACHES_MODEL, object: 'model' }] }),
      },
      speak({ model, input, voice, responseFormat = 'mp3', streamFormat, sampleRate, speed = 1 }, sound) {
        const missing = Object.entries({ model, input, voice }).filter(([, value]) => value === undefined)
        if (missing.length > 0) return validationError(...missing.map(([field]) => missingField(field)))
        if (!(responseFormat in TYPES))
          return validationError(notOneOf('response_format', Object.keys(TYPES), responseFormat))
        if (model !== SPEACHES_MODEL)
          return fastApiError(
            404,
            `Model '${model}' is not installed locally. You can download the model using \`POST /v1/models\``,
          )
        if (speed < 0.25 || speed > 4) return fastApiError(422, `Speed must be between 0.25 and 4.0, got ${speed}`)
        if (streamFormat === 'sse') {
          const usage = { input_tokens: 0, output_tokens: 0, total_tokens: 0 }
          const delta = (audio: string) => event({ type: 'speech.audio.delta', audio })
          const done = event({ type: 'speech.audio.done', token_usage: usage })
          // The events carry the model's own rate, whatever was asked for.
          return streamed('text/event-stream; charset=utf-8', events(encode('pcm', sound, PIPER_RATE), delta, done))
        }
        return streamed(TYPES[responseFormat], encode(responseFormat as Format, sound, sampleRate ?? PIPER_RATE))
      },
    },
  },
  {
    name: 'openedai-speech',
    summary: 'Streams PCM of 22.05 kHz for `tts-1` and says so in the content type; other models are refused.',
    source: 'matatonic/openedai-speech speech.py',
    model: 'tts-1',
    voice: 'alloy',
    openai: {
      speak({ model = 'tts-1', input = '', voice = 'alloy', responseFormat = 'mp3' }, sound) {
        const format = responseFormat.toLowerCase()
        const rate = model === 'tts-1-hd' ? 24_000 : PIPER_RATE
        const type = format === 'pcm' ? `audio/pcm;rate=${rate}` : OPENEDAI_TYPES[format]
        if (input === '') return openedAiError(400, 'Empty Input', 'input')
        if (type === undefined) return openedAiError(400, `Invalid response_format: '${format}'`, 'response_format')
        if (!model.startsWith('tts-1')) return json(500, { message: 'InternalServerError', code: 500 })
        if (!OPENAI_VOICES.includes(voice))
          return openedAiError(400, `Error loading voice: ${voice}, KeyError: '${voice}'`, 'voice')
        return streamed(type, encode(format as Format, sound, rate))
      },
    },
  },
  {
    name: 'stdapi-polly',
    summary: 'Streams PCM of 16 kHz, the rate of Amazon Polly, and says nothing of it.',
    source: 'stdapi.ai#76',
    openai: { speak: (_body, sound) => streamed('audio/pcm', encode('pcm', sound, 16_000)) },
  },
  {
    name: 'voxcpm-44100',
    summary: 'Streams PCM of 44.1 kHz and says nothing of it.',
    source: 'bluryar/VoxCPM.cpp pull 5',
    openai: { speak: (_body, sound) => streamed('audio/pcm', encode('pcm', sound, 44_100)) },
  },
  {
    name: 'rate-in-header',
    summary: 'Streams PCM of 16 kHz and tells the rate in a header, X-Sample-Rate.',
    source: 'NousResearch/hermes-agent pull 74021',
    openai: {
      speak: (_body, sound) => streamed('audio/pcm', encode('pcm', sound, 16_000), { 'x-sample-rate': '16000' }),
    },
  },
  {
    name: 'localai',
    summary:
      'Sends a WAV of 22.05 kHz, and fails when it is asked to stream, as backends without TTSStream do; needs a model.',
    source: 'mudler/LocalAI core/http/endpoints/localai/tts.go, issues 2732 and 9051',
    model: 'voice-en-us-amy-low',
    openai: {
      speak: ({ model, stream }, sound) =>
        model === undefined
          ? localAiError(400, 'Bad Request')
          : stream
            ? localAiError(500, 'rpc error: code = Unimplemented desc = ')
            : whole('audio/x-wav', encodeFile('wav', sound, PIPER_RATE), {
                'content-disposition': 'attachment; filename="piper.wav"',
              }),
    },
  },
  {
    name: 'localai-empty-stream',
    summary: 'Answers a request to stream with 200 and nothing; a WAV of 22.05 kHz otherwise.',
    source: 'mudler/LocalAI#9051',
    model: 'voice-en-us-amy-low',
    openai: {
      speak: ({ model, stream }, sound) =>
        model === undefined
          ? localAiError(400, 'Bad Request')
          : stream
            ? { status: 200, headers: { 'content-type': 'audio/wav' }, body: '' }
            : whole('audio/x-wav', encodeFile('wav', sound, PIPER_RATE)),
    },
  },
]

function localAiError(code: number, message: string) {
  return json(code, { error: { code, message, type: '' } })
}

/** openedai-speech has OpenAI's fields, but not in an `error`. */
function openedAiError(code: number, message: string, param: string | null = null) {
  return json(code, { message, code, type: 'BadRequestError', param })
}

const SPEACHES_MODEL = 'speaches-ai/piper-en_US-lessac-medium'
const PIPER_RATE = 22_050
const TYPES: Readonly<Record<string, string>> = {
  pcm: 'audio/pcm',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  opus: 'audio/opus',
  aac: 'audio/aac',
}
const OPENEDAI_TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg;codec=opus',
  aac: 'audio/aac',
  flac: 'audio/x-flac',
  wav: 'audio/wav',
}
const OPENAI_VOICES = ['alloy', 'echo', 'fable', 'onyx', 'nova', 'shimmer']
