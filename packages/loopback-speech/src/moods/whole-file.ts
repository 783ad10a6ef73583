import { type Answer, fastApiError, json, missingField, notOneOf, validationError, whole } from '../answer.ts'
import { encodeFile, type Format } from '../audio/encode.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { OpenAiMood } from './mood.ts'

/** Servers that make the whole file before they send the first byte. */
export const WHOLE_FILE_MOODS: readonly OpenAiMood[] = [
  {
    name: 'chatterbox-tts-api',
    summary:
      'Answers every format with a whole WAV; refuses more than 3,000 characters with a list; voices under /v1/voices.',
    source: 'travisvn/chatterbox-tts-api app/models/requests.py, app/api/endpoints/speech.py, voices.py',
    voice: 'alloy',
    openai: {
      get: { '/v1/voices': chatterboxVoices, '/voices': chatterboxVoices },
      speechPaths: ['/v1/audio/speech', '/audio/speech', '/tts'],
      speak({ input, streamFormat = 'audio' }, sound) {
        if (input === undefined) return validationError(missingField('input'))
        if (input.trim() === '')
          return validationError({
            type: 'value_error',
            field: 'input',
            message: 'Value error, Input text cannot be empty',
            input,
          })
        if ([...input].length > 3_000)
          return validationError({
            type: 'string_too_long',
            field: 'input',
            message: 'String should have at most 3000 characters',
            input,
            context: { max_length: 3_000 },
          })
        if (streamFormat !== 'audio' && streamFormat !== 'sse')
          return validationError({
            type: 'value_error',
            field: 'stream_format',
            message: 'Value error, stream_format must be one of: audio, sse',
            input: streamFormat,
          })
        return whole('audio/wav', encodeFile('wav', sound), {
          'content-disposition': 'attachment; filename=speech.wav',
        })
      },
    },
  },
  {
    name: 'chatterbox-tts-server',
    summary:
      'Knows wav, opus and mp3 only and refuses others with 422; model and voice are required, voices are file names.',
    source: 'devnen/Chatterbox-TTS-Server server.py, issue 88',
    model: 'chatterbox',
    voice: 'Emily.wav',
    openai: {
      get: { '/v1/audio/voices': () => json(200, { status: 'ok', voices: CHATTERBOX_FILES }) },
      speak({ model, input, voice, responseFormat = 'wav' }, sound) {
        const missing = Object.entries({ model, input, voice }).filter(([, value]) => value === undefined)
        const wrong = CHATTERBOX_FORMATS.includes(responseFormat)
          ? []
          : [notOneOf('response_format', CHATTERBOX_FORMATS, responseFormat)]
        if (missing.length + wrong.length > 0)
          return validationError(...missing.map(([field]) => missingField(field)), ...wrong)
        if (!CHATTERBOX_FILES.includes(voice!)) return fastApiError(404, `Voice file '${voice}' not found.`)
        return whole(`audio/${responseFormat}`, encodeFile(responseFormat as Format, sound))
      },
    },
  },
  {
    name: 'orpheus-fastapi',
    summary: 'Answers every format with a whole WAV after as long as the speech itself lasts.',
    source: 'Lex-au/Orpheus-FastAPI app.py',
    voice: 'tara',
    openai: {
      get: { '/v1/audio/voices': () => json(200, { status: 'ok', voices: ORPHEUS_VOICES }) },
      speak: ({ input = '' }, sound) =>
        input === ''
          ? fastApiError(400, 'Missing input text')
          : { ...whole('audio/wav', encodeFile('wav', sound)), delay: 2_000 },
    },
  },
  {
    name: 'alltalk',
    summary:
      'Fails with 500 and no reason on pcm; wav works; model and one of six voices are required; lists no voices.',
    source: 'erew123/alltalk_tts tts_server.py (v2), OpenAIInput and transcode_for_openai',
    model: 'xtts',
    voice: 'nova',
    openai: { speak: alltalk },
  },
  {
    name: 'slow-whole-file',
    summary: 'Sends a whole WAV after nine seconds, as Chatterbox on a small GPU does.',
    source: 'devnen/Chatterbox-TTS-Server#12, resemble-ai/chatterbox#508',
    openai: { speak: (_body, sound) => ({ ...whole('audio/wav', encodeFile('wav', sound)), delay: 9_000 }) },
  },
  {
    name: 'very-slow-whole-file',
    summary: 'Sends a whole WAV after forty seconds, as Chatterbox without a GPU does.',
    source: 'langchain4j/ai4j pull 271, lfnovo/open-notebook#931',
    openai: { speak: (_body, sound) => ({ ...whole('audio/wav', encodeFile('wav', sound)), delay: 40_000 }) },
  },
]

function chatterboxVoices(): Answer {
  const voices = ['alice', 'marc'].map((name) => ({
    name,
    filename: `${name}.wav`,
    path: `/voices/${name}.wav`,
    aliases: [],
    language: 'en',
    exists: true,
  }))
  return json(200, { voices, count: voices.length })
}

function alltalk(
  { model, input, voice, responseFormat = 'wav', fields }: SpeechBody,
  sound: AsyncIterable<Buffer>,
): Answer {
  const errors = [
    ...Object.entries({ model, input, voice })
      .filter(([, value]) => value === undefined)
      .map(([field]) => `Error in field '${field}': Field required. Description: ${ALLTALK_FIELDS[field]}`),
    ...(voice !== undefined && !ALLTALK_VOICES.includes(voice)
      ? [
          `Error in field 'voice': Value error, Voice must be one of ${pythonList(ALLTALK_VOICES)}. Description: ${ALLTALK_FIELDS.voice}`,
        ]
      : []),
    ...((input ?? '').length > 4_096
      ? [`Error in field 'input': String should have at most 4096 characters. Description: ${ALLTALK_FIELDS.input}`]
      : []),
  ]
  if (errors.length > 0) return json(400, { error: errors.join(', ') })
  const format = responseFormat.toLowerCase()
  if (!ALLTALK_FORMATS.includes(format) || typeof fields.input !== 'string')
    return json(500, { error: 'An error occurred' })
  return whole(`audio/${format}`, encodeFile(format as Format, sound), {
    'content-disposition': `attachment; filename="output.${format}"`,
  })
}

function pythonList(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`
}

const CHATTERBOX_FORMATS = ['wav', 'opus', 'mp3']
const CHATTERBOX_FILES = [
  'Abigail.wav',
  'Adrian.wav',
  'Alexander.wav',
  'Alice.wav',
  'Austin.wav',
  'Elena.wav',
  'Emily.wav',
]
const ORPHEUS_VOICES = ['tara', 'leah', 'jess', 'leo', 'dan', 'mia', 'zac', 'zoe']
const ALLTALK_VOICES = ['alloy', 'echo', 'fable', 'nova', 'onyx', 'shimmer']
const ALLTALK_FORMATS = ['wav', 'mp3', 'opus', 'aac', 'flac', 'm4a']
const ALLTALK_FIELDS: Readonly<Record<string, string>> = {
  model: 'The TTS model to use. Currently ignored.',
  input: 'The text to generate audio for.',
  voice: 'The voice to use when generating the audio.',
}
