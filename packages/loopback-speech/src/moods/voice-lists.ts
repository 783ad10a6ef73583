import { type Answer, html, json, openAiError, streamed } from '../answer.ts'
import { encode } from '../audio/encode.ts'
import type { OpenAiMood } from './mood.ts'

/** Lists of voices in every shape and at every address; speech itself is refused for a voice that is not listed. */
export const VOICE_LIST_MOODS: readonly OpenAiMood[] = [
  list(
    'voices-id-and-name',
    'Voices have an id and a name of their own; only the id speaks.',
    'remsky/Kokoro-FastAPI#462',
    () =>
      json(200, {
        voices: [
          { id: 'v1-21m00', name: 'Rachel' },
          { id: 'v1-pNInz', name: 'Adam' },
        ],
      }),
    { speaking: ['v1-21m00', 'v1-pNInz'] },
  ),
  list(
    'voices-voice-id',
    'Voices have `voice_id` and `name`, as at ElevenLabs.',
    'elevenlabs.io/docs/api-reference/voices',
    () => json(200, { voices: [{ voice_id: 'v1-21m00', name: 'Rachel' }] }),
    { speaking: ['v1-21m00'], path: '/v1/voices' },
  ),
  list('voices-in-data', 'Voices are in `data`, as models are.', 'Blaizzy/mlx-audio#742', () =>
    json(200, {
      object: 'list',
      data: [
        { id: 'emma', object: 'voice' },
        { id: 'nova', object: 'voice' },
      ],
    }),
  ),
  list('voices-of-a-model', 'Voices are in `data`, and only with `?model=`.', 'Blaizzy/mlx-audio#742', (url) =>
    url.searchParams.has('model')
      ? json(200, { object: 'list', data: [{ id: 'emma' }, { id: 'nova' }] })
      : json(400, { detail: 'model is required' }),
  ),
  list('voices-bare-list', 'Voices are a bare list.', 'openreader pull 111', () => json(200, ['emma', 'nova'])),
  list('voices-by-name', 'Voices are an object with a name for every key.', 'openreader pull 111', () =>
    json(200, { voices: { emma: { language: 'en' }, nova: { language: 'en' } } }),
  ),
  list('voices-with-languages', 'Voices tell their language.', 'speaches-ai/speaches routers/models.py', () =>
    json(200, {
      voices: [
        { name: 'emma', language: 'en' },
        { name: 'nova', language: 'de' },
      ],
      object: 'list',
    }),
  ),
  list(
    'voices-elsewhere',
    'Voices are under /v1/voices only.',
    'travisvn/chatterbox-tts-api',
    () => json(200, { voices: ['emma', 'nova'] }),
    {
      path: '/v1/voices',
    },
  ),
  list(
    'voices-without-v1',
    'Voices are under /voices only.',
    'openreader pull 111',
    () => json(200, { voices: ['emma', 'nova'] }),
    {
      path: '/voices',
    },
  ),
  list('voices-empty', 'The list is empty; `nova` speaks.', 'openreader pull 111', () => json(200, { voices: [] })),
  list('voices-fail', 'The list fails with 500.', 'remsky/Kokoro-FastAPI while it loads', () =>
    json(500, { detail: { error: 'server_error', message: 'Failed to retrieve voice list', type: 'server_error' } }),
  ),
  list('voices-in-html', 'The list is two megabytes of a web page.', 'mudler/LocalAI#4542', () =>
    html(200, 'x'.repeat(2_000_000)),
  ),
  list('voices-hang', 'The list never answers; speech does.', 'HuiResearch/FlashTTS#72', () => ({
    ...json(200, {}),
    delay: 3_600_000,
  })),
  list(
    'voices-come-and-go',
    'After two requests for speech `emma` is gone and `zoe` has come.',
    'loryanstrant/elevenlabs_tts#1',
    (_url, served) => json(200, { voices: served < 2 ? ['emma', 'nova'] : ['zoe', 'nova'] }),
    { speaking: (count) => (count <= 2 ? ['emma', 'nova'] : ['zoe', 'nova']) },
  ),
  list(
    'voices-come-late',
    'The list is 404 until the first request for speech.',
    'a server that is starting',
    (_url, served) => (served === 0 ? json(404, { detail: 'Not Found' }) : json(200, { voices: ['emma', 'nova'] })),
  ),
]

interface Details {
  readonly path?: string
  /** Voices that speak; `emma` and `nova` unless given. */
  readonly speaking?: readonly string[] | ((count: number) => readonly string[])
}

function list(
  name: string,
  summary: string,
  source: string,
  answer: (url: URL, served: number) => Answer,
  { path = '/v1/audio/voices', speaking = ['emma', 'nova'] }: Details = {},
): OpenAiMood {
  return {
    name,
    summary,
    source,
    openai: {
      get: { [path]: answer },
      speak({ voice, count }, sound) {
        const known = typeof speaking === 'function' ? speaking(count) : speaking
        return voice === undefined || known.includes(voice)
          ? streamed('audio/pcm', encode('pcm', sound))
          : openAiError(
              400,
              `There is no voice named ${voice}. Available voices: ${known.join(', ')}`,
              'invalid_request_error',
            )
      },
    },
  }
}
