import { type Answer, json, streamed, whole } from '../answer.ts'
import { encode, encodeFile, event, events, type Format, type Sound } from '../audio/encode.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { OpenAiMood } from './mood.ts'

/** openai-edge-tts, which has MP3 from Microsoft and makes the rest of it with ffmpeg, where that is installed. */
export const EDGE_TTS_MOODS: readonly OpenAiMood[] = [
  {
    name: 'openai-edge-tts',
    summary: 'Fails with 500 on pcm; every other format works as a whole file; events carry MP3; a key is required.',
    source: 'travisvn/openai-edge-tts app/server.py, app/tts_handler.py (image with ffmpeg)',
    voice: 'en-US-AvaNeural',
    openai: server((format, sound) =>
      format === 'pcm'
        ? failed(
            "FFmpeg error during audio conversion: Command '['ffmpeg', '-i', '/tmp/tmpa1.mp3', '-c:a', 'aac', '-b:a', '192k', '-f', 'pcm', '-y', '/tmp/tmpb2.pcm']' returned non-zero exit status 1.",
          )
        : whole(TYPES[format] ?? 'audio/mpeg', encodeFile(CONTAINERS[format] ?? 'mp3', sound)),
    ),
  },
  {
    name: 'openai-edge-tts-without-ffmpeg',
    summary: 'Sends MP3 whatever was asked for, under the label of what was asked for: audio/L16 for pcm.',
    source: 'travisvn/openai-edge-tts app/tts_handler.py (slim image)',
    voice: 'en-US-AvaNeural',
    openai: server((format, sound) => whole(TYPES[format] ?? 'audio/mpeg', encodeFile('mp3', sound))),
  },
]

function server(convert: (format: string, sound: Sound) => Answer): OpenAiMood['openai'] {
  const names = () => json(200, { voices: Object.entries(OPENAI_NAMES).map(([id, name]) => ({ id, name })) })
  const voices = () =>
    json(200, { voices: NEURAL.map((name) => ({ name, gender: 'Female', language: name.slice(0, 5) })) })
  return {
    key: 'bearer',
    get: {
      '/v1/audio/voices': names,
      '/audio/voices': names,
      '/v1/voices': voices,
      '/voices': voices,
      '/v1/models': () => json(200, { models: [{ id: 'tts-1' }, { id: 'tts-1-hd' }, { id: 'gpt-4o-mini-tts' }] }),
    },
    speechPaths: ['/v1/audio/speech', '/audio/speech'],
    speak(body, sound) {
      const { input, voice = 'en-US-AvaNeural', responseFormat = 'mp3', speed = 1 } = body
      if (input === undefined) return json(400, { error: "Missing 'input' in request body" })
      const neural = OPENAI_NAMES[voice] ?? voice
      if (!NEURAL.includes(neural)) return failed(`Invalid voice '${neural}'.`)
      if (speed < 0 || speed > 2) return failed('Speed must be between 0 and 2 (inclusive).')
      return body.streamFormat === 'sse' ? eventStream(body, sound) : convert(responseFormat, sound)
    },
  }
}

function failed(details: string): Answer {
  return json(500, { error: 'An internal server error occurred', details })
}

function eventStream({ input = '' }: SpeechBody, sound: Sound): Answer {
  const words = input.split(/\s+/).length
  const usage = { input_tokens: words, output_tokens: 0, total_tokens: words }
  const delta = (audio: string) => event({ type: 'speech.audio.delta', audio })
  const done = event({ type: 'speech.audio.done', usage })
  return streamed('text/event-stream', events(encode('mp3', sound), delta, done), { 'x-accel-buffering': 'no' })
}

const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
  aac: 'audio/aac',
  flac: 'audio/flac',
  wav: 'audio/wav',
  pcm: 'audio/L16',
}
/** Its AAC is in an MP4. */
const CONTAINERS: Readonly<Record<string, Format>> = { mp3: 'mp3', opus: 'opus', aac: 'm4a', flac: 'flac', wav: 'wav' }
const OPENAI_NAMES: Readonly<Record<string, string>> = {
  alloy: 'en-US-JennyNeural',
  ash: 'en-US-AndrewNeural',
  ballad: 'en-GB-ThomasNeural',
  coral: 'en-AU-NatashaNeural',
  echo: 'en-US-GuyNeural',
  fable: 'en-GB-SoniaNeural',
  nova: 'en-US-AriaNeural',
  onyx: 'en-US-EricNeural',
  sage: 'en-US-JennyNeural',
  shimmer: 'en-US-EmmaNeural',
  verse: 'en-US-BrianNeural',
}
const NEURAL = [
  'en-US-AvaNeural',
  'de-DE-KatjaNeural',
  'fr-FR-DeniseNeural',
  'ja-JP-NanamiNeural',
  ...new Set(Object.values(OPENAI_NAMES)),
]
