import { type Answer, html, json, openAiError, streamed, text } from '../answer.ts'
import { encode, event, events, type Format, type Sound } from '../audio/encode.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { OpenAiMood } from './mood.ts'

/** Hosted services and gateways to them: they want a key, and money. */
export const HOSTED_MOODS: readonly OpenAiMood[] = [
  {
    name: 'openai',
    summary: 'Behaves like api.openai.com: a key, a model and at most 4,096 characters; lists no voices.',
    source: 'openai/openai-node src/resources/audio/speech.ts',
    model: 'gpt-4o-mini-tts',
    voice: 'alloy',
    openai: hosted((body, sound) => openAiRefusal(body) ?? speak(body, sound)),
  },
  {
    name: 'openai-without-quota',
    summary: 'Refuses every request with 429: the quota is used up.',
    source: 'platform.openai.com/docs/guides/error-codes',
    model: 'gpt-4o-mini-tts',
    voice: 'alloy',
    openai: hosted(() =>
      openAiError(
        429,
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
    ),
  },
  {
    name: 'openrouter-without-credits',
    summary: 'Refuses every request with 402: there are no credits.',
    source: 'openrouter.ai/docs/api-reference/errors',
    model: 'openai/gpt-4o-mini-tts',
    voice: 'alloy',
    openai: hosted(() =>
      json(402, {
        error: { code: 402, message: 'Insufficient credits. Add more using https://openrouter.ai/credits' },
      }),
    ),
  },
  {
    name: 'litellm',
    summary: 'Labels every format audio/mpeg, PCM too, as LiteLLM did before 2026-08-29; needs a key and a model.',
    source: 'BerriAI/litellm#4332, pull 38798',
    model: 'tts-1',
    voice: 'alloy',
    openai: hosted(
      ({ model, input = '', responseFormat = 'mp3' }, sound) => {
        if (model !== 'tts-1')
          return litellmError(
            400,
            `/audio/speech: Invalid model name passed in model=${model}. Call \`/v1/models\` to view available models for your key.`,
          )
        if (input === '') return litellmError(400, 'Missing input')
        return streamed('audio/mpeg', encode(responseFormat as Format, sound))
      },
      litellmError(
        401,
        "Authentication Error, LiteLLM Virtual Key expected. Received=None, expected to start with 'sk-'.",
        'auth_error',
      ),
      () => json(404, { detail: 'Not Found' }),
    ),
  },
  {
    name: 'forbidden-in-plain-text',
    summary: 'Refuses every request with 403 and a sentence that is no JSON.',
    source: 'a gateway in front of a server',
    openai: { speak: () => text(403, 'Forbidden: this key may not use this endpoint') },
  },
  {
    name: 'rate-limited',
    summary: 'Refuses every other request with 429 and asks to wait two seconds.',
    source: 'RFC 6585; platform.openai.com/docs/guides/rate-limits',
    openai: {
      speak: (body, sound) =>
        body.count % 2 === 1
          ? json(
              429,
              {
                error: {
                  message: 'Rate limit reached for requests',
                  type: 'requests',
                  param: null,
                  code: 'rate_limit_exceeded',
                },
              },
              { 'retry-after': '2' },
            )
          : speak(body, sound),
    },
  },
  {
    name: 'rate-limited-in-html',
    summary: 'Refuses every request with 429, an HTML page and Retry-After: 60.',
    source: 'opencode#22994: a proxy’s own limit',
    openai: { speak: () => html(429, '429 Too Many Requests', { 'retry-after': '60' }) },
  },
  {
    name: 'azure',
    summary: 'Speaks under /openai/deployments/tts/audio/speech with `api-version` only, as Azure OpenAI.',
    source: 'egoist/chatwise-releases#944',
    model: 'tts',
    voice: 'alloy',
    openai: {
      speechPaths: ['/openai/deployments/tts/audio/speech'],
      notFound: () => json(404, { error: { code: '404', message: 'Resource not found' } }),
      speak: (body, sound) =>
        body.url.searchParams.has('api-version')
          ? speak(body, sound)
          : json(404, { error: { code: '404', message: 'Resource not found' } }),
    },
  },
]

function hosted(
  answer: (body: SpeechBody, sound: Sound) => Answer,
  unauthorized = openAiError(401, 'Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key'),
  notFound = (method: string, path: string) =>
    openAiError(404, `Invalid URL (${method} ${path})`, 'invalid_request_error'),
): OpenAiMood['openai'] {
  return { key: 'bearer', unauthorized, notFound, speak: answer }
}

function openAiRefusal({ model, input, voice, responseFormat = 'mp3' }: SpeechBody): Answer | undefined {
  const bad = (message: string) => openAiError(400, message, 'invalid_request_error')
  for (const [field, value] of Object.entries({ model, input, voice }))
    if (value === undefined || value === '') return bad(`Missing required parameter: '${field}'.`)
  if (!MODELS.includes(model!))
    return openAiError(
      404,
      `The model \`${model}\` does not exist or you do not have access to it.`,
      'invalid_request_error',
      'model_not_found',
    )
  if ([...input!].length > 4_096)
    return bad(
      `Invalid 'input': string too long. Expected a string with maximum length 4096, but got a string with length ${[...input!].length} instead.`,
    )
  if (!VOICES.includes(voice!))
    return bad(`Invalid value: '${voice}'. Supported values are: ${VOICES.map((one) => `'${one}'`).join(', ')}.`)
  if (!(responseFormat in TYPES))
    return bad(
      `Invalid value: '${responseFormat}'. Supported values are: ${Object.keys(TYPES)
        .map((one) => `'${one}'`)
        .join(', ')}.`,
    )
  return undefined
}

function speak({ responseFormat = 'mp3', streamFormat }: SpeechBody, sound: Sound): Answer {
  if (streamFormat !== 'sse')
    return streamed(TYPES[responseFormat] ?? 'audio/mpeg', encode(responseFormat as Format, sound))
  const usage = { input_tokens: 14, output_tokens: 101, total_tokens: 115 }
  const delta = (audio: string) => event({ type: 'speech.audio.delta', audio })
  const done = event({ type: 'speech.audio.done', usage })
  return streamed('text/event-stream; charset=utf-8', events(encode(responseFormat as Format, sound), delta, done))
}

function litellmError(code: number, message: string, type = 'None'): Answer {
  return json(code, { error: { message, type, param: 'None', code: String(code) } })
}

const MODELS = ['gpt-4o-mini-tts', 'tts-1', 'tts-1-hd']
const VOICES = [
  'alloy',
  'ash',
  'ballad',
  'coral',
  'echo',
  'fable',
  'nova',
  'onyx',
  'sage',
  'shimmer',
  'verse',
  'marin',
  'cedar',
]
const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
  aac: 'audio/aac',
  flac: 'audio/flac',
  wav: 'audio/wav',
  pcm: 'audio/pcm',
}
