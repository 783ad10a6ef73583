import {
  type Answer,
  fastApiError,
  html,
  json,
  missingField,
  openAiError,
  streamed,
  validationError,
} from '../answer.ts'
import { encode, type Sound } from '../audio/encode.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { OpenAiMood } from './mood.ts'

/** Servers that are fine once they are asked the right way: other fields, another address, another login. */
export const PICKY_MOODS: readonly OpenAiMood[] = [
  picky(
    'unknown-fields-refused',
    'Refuses fields that OpenAI does not have with 422, as pydantic’s `extra="forbid"`.',
    'docs.pydantic.dev ConfigDict.extra',
    ({ fields }) => {
      const extra = Object.keys(fields).filter((field) => !FIELDS.includes(field))
      return extra.length === 0
        ? undefined
        : validationError(
            ...extra.map((field) => ({
              type: 'extra_forbidden',
              field,
              message: 'Extra inputs are not permitted',
              input: fields[field],
            })),
          )
    },
  ),
  picky('style-refused', 'Refuses `instructions` with 400.', 'debpalash/VoiceStudio#1010', ({ instructions }) =>
    instructions === undefined
      ? undefined
      : openAiError(
          400,
          "The model does not support 'instructions'.",
          'invalid_request_error',
          'unsupported_parameter',
        ),
  ),
  picky('style-refused-in-list', 'Refuses `instructions` with 422 and a list.', 'debpalash/VoiceStudio#1010', (body) =>
    body.instructions === undefined
      ? undefined
      : validationError({
          type: 'extra_forbidden',
          field: 'instructions',
          message: 'Extra inputs are not permitted',
          input: body.instructions,
        }),
  ),
  picky('stream-refused', 'Refuses `stream: true` with 400.', 'vllm-project/vllm-omni#1240', ({ stream }) =>
    stream ? openAiError(400, 'Streaming is not supported for this model.', 'BadRequestError', 400) : undefined,
  ),
  picky(
    'model-required',
    'Refuses requests without a model with 422.',
    'devnen/Chatterbox-TTS-Server server.py',
    ({ model }) => (model === undefined ? validationError(missingField('model')) : undefined),
  ),
  picky(
    'short-texts',
    'Refuses more than 200 characters with 413 in plain words.',
    'a server behind a small model',
    ({ input = '' }) =>
      [...input].length > 200 ? fastApiError(413, 'Input is too long: at most 200 characters are allowed.') : undefined,
  ),
  picky(
    'voice-fails',
    'Fails with 500 and plain text on a voice that it does not have.',
    'erew123/alltalk_tts#500s',
    ({ voice }) =>
      voice === undefined || voice === 'nova'
        ? undefined
        : { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Internal Server Error' },
  ),
  {
    ...picky(
      'basic-auth',
      'Stands behind a proxy that wants the user `user` and the password `password`.',
      'nginx auth_basic',
    ),
    openai: {
      key: 'basic',
      unauthorized: html(401, '401 Authorization Required', { 'www-authenticate': 'Basic realm="Restricted"' }),
      get: { '/v1/audio/voices': () => json(200, { voices: ['nova'] }) },
      speak: (_body, sound) => speak(sound),
    },
  },
  redirect(
    307,
    'proxy-307',
    'Sends every request on to the same address with a slash, as FastAPI’s `redirect_slashes`.',
    '/v1/audio/speech/',
  ),
  redirect(
    308,
    'proxy-308',
    'Sends every request on to another path of the same host for good.',
    '/tts/v1/audio/speech',
  ),
  {
    ...picky(
      'elsewhere',
      'Speaks under /audio/speech without /v1; everything else is a 404 in HTML.',
      'speaches#613, open-webui#126',
    ),
    openai: {
      speechPaths: ['/audio/speech'],
      notFound: () => html(404, '404 Not Found'),
      speak: (_body, sound) => speak(sound),
    },
  },
]

function picky(
  name: string,
  summary: string,
  source: string,
  refusalOf: (body: SpeechBody) => Answer | undefined = () => undefined,
): OpenAiMood {
  return { name, summary, source, openai: { speak: (body, sound) => refusalOf(body) ?? speak(sound) } }
}

function redirect(status: 307 | 308, name: string, summary: string, target: string): OpenAiMood {
  return {
    name,
    summary,
    source: 'RFC 9110, sections 15.4.8 and 15.4.9',
    openai: {
      speechPaths: ['/v1/audio/speech', target],
      speak: ({ url, headers }, sound) =>
        url.pathname === target
          ? speak(sound)
          : { status, headers: { location: `http://${headers.host}${target}${url.search}` }, body: '' },
    },
  }
}

function speak(sound: Sound): Answer {
  return streamed('audio/pcm', encode('pcm', sound))
}

const FIELDS = ['model', 'input', 'voice', 'response_format', 'speed']
