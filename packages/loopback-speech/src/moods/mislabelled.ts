import { html, json, streamed, whole } from '../answer.ts'
import { type Compressed, collect, encode, encodeFile, event, events, type Sound, widen } from '../audio/encode.ts'
import { SAMPLE_RATE } from '../audio/pcm.ts'
import { encodeChunk, encodeWav, type WavFormat } from '../audio/wav.ts'
import type { OpenAiMood } from './mood.ts'

/** Sound that is not what its label says, or not what was asked for. */
export const MISLABELLED_MOODS: readonly OpenAiMood[] = [
  ...(['mp3', 'mp3-with-id3', 'aac', 'm4a', 'opus', 'flac', 'webm'] as const).map(compressedAsPcm),
  mood('mp3-octet-stream', 'Streams MP3 as application/octet-stream.', 'livekit/agents-js#2320', (sound) =>
    streamed('application/octet-stream', encode('mp3', sound)),
  ),
  mood('mp3-without-type', 'Streams MP3 without a content type.', 'livekit/agents-js#2320', (sound) =>
    streamed(undefined, encode('mp3', sound)),
  ),
  mood('mp3-in-events', 'Sends MP3 in `speech.audio.delta` events.', 'travisvn/openai-edge-tts pull 60', (sound) =>
    streamed('text/event-stream', events(encode('mp3', sound), delta, event({ type: 'speech.audio.done' }))),
  ),
  mood('pcm-octet-stream', 'Streams PCM of 24 kHz as application/octet-stream.', 'vllm-project/vllm-omni', (sound) =>
    streamed('application/octet-stream', encode('pcm', sound)),
  ),
  mood('pcm-without-type', 'Streams PCM of 24 kHz without a content type.', 'a bare WSGI server', (sound) =>
    streamed(undefined, encode('pcm', sound)),
  ),
  mood(
    'pcm-float32',
    'Streams 32-bit floats and says so in the content type.',
    'roryeckel/wyoming_openai#72',
    (sound) => streamed('audio/pcm;rate=24000;encoding=float;bits=32', widened(sound, { bits: 32, float: true })),
  ),
  mood(
    'l16-little-endian',
    'Streams PCM as audio/L16, little-endian in spite of RFC 2586.',
    'openai-edge-tts',
    (sound) => streamed('audio/L16;rate=24000;channels=1', encode('pcm', sound)),
  ),
  mood('l16-big-endian', 'Streams PCM as audio/L16, big-endian as RFC 2586 says.', 'RFC 2586', (sound) =>
    streamed('audio/L16;rate=24000;channels=1', swapped(sound)),
  ),
  wav('wav-8bit', { bits: 8 }),
  wav('wav-24bit', { bits: 24 }),
  wav('wav-32bit', { bits: 32 }),
  wav('wav-float32', { bits: 32, float: true }),
  wav('wav-stereo', { channels: 2 }),
  mood('wav-8000', 'Sends a WAV of 8 kHz.', 'telephony voices', (sound) =>
    whole('audio/wav', encodeFile('wav', sound, 8_000)),
  ),
  mood('wav-48000', 'Sends a WAV of 48 kHz.', 'bluryar/VoxCPM.cpp', (sound) =>
    whole('audio/wav', encodeFile('wav', sound, 48_000)),
  ),
  mood('wav-as-pcm', 'Sends a WAV as audio/pcm.', 'lucasjinreal/Kokoros', (sound) =>
    whole('audio/pcm', encodeFile('wav', sound)),
  ),
  mood(
    'wav-with-tags',
    'Sends a WAV with LIST and id3 chunks after the sound.',
    'roryeckel/wyoming_openai#73',
    (sound) => whole('audio/wav', taggedWav(sound)),
  ),
  mood('wav-zero-sizes', 'Streams a WAV whose sizes are 0.', 'wave module of Python on a pipe', (sound) =>
    whole(
      'audio/wav',
      collect(encode('pcm', sound)).then((pcm) =>
        Buffer.concat([encodeWav(Buffer.alloc(0), { sampleRate: SAMPLE_RATE }), pcm]),
      ),
    ),
  ),
  mood('json-base64-wav', 'Answers with JSON that holds a WAV in Base64.', 'remsky/Kokoro-FastAPI#281', (sound) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: encodeFile('wav', sound).then((file) =>
      Buffer.from(JSON.stringify({ audio: file.toString('base64'), format: 'wav' })),
    ),
  })),
  mood('html-200', 'Answers with a web page and 200.', 'mudler/LocalAI#4542', () => html(200, 'LocalAI')),
  mood('json-error-200', 'Answers with an error object and 200.', 'vllm-project/vllm-omni#3649', () =>
    json(200, {
      error: {
        message: "Invalid speaker 'nobody'. Supported: aiden, vivian",
        type: 'BadRequestError',
        param: null,
        code: 400,
      },
    }),
  ),
  mood('empty-200', 'Answers with 200 and no sound at all.', 'vllm-project/vllm-omni#2902', () =>
    streamed('audio/pcm', encode('pcm', noSound())),
  ),
  mood(
    'white-noise',
    'Streams random bytes as audio/pcm.',
    'livekit/agents-js#2320: compressed sound of any kind',
    (sound) => streamed('audio/pcm', noise(sound)),
  ),
]

function mood(
  name: string,
  summary: string,
  source: string,
  answer: (sound: Sound) => ReturnType<typeof streamed>,
): OpenAiMood {
  return { name, summary, source, openai: { speak: (_body, sound) => answer(sound) } }
}

function compressedAsPcm(format: Compressed): OpenAiMood {
  return mood(
    `${format}-as-pcm`,
    `Streams ${format} as audio/pcm.`,
    'livekit/agents-js#2320, openreader pull 111',
    (sound) => streamed('audio/pcm', encode(format, sound)),
  )
}

function wav(name: string, format: Omit<WavFormat, 'sampleRate'>): OpenAiMood {
  return mood(name, `Sends a WAV: ${name.slice(4)}.`, 'lucasjinreal/Kokoros#63 and other encoders', (sound) =>
    whole(
      'audio/wav',
      encodeFile('pcm', sound).then((pcm) => encodeWav(widen(pcm, format), { ...format, sampleRate: SAMPLE_RATE })),
    ),
  )
}

async function taggedWav(sound: Sound): Promise<Buffer> {
  const pcm = await collect(sound)
  const list = encodeChunk(
    'LIST',
    Buffer.concat([Buffer.from('INFO'), encodeChunk('ISFT', Buffer.from('Lavf59.27.100\0'))]),
  )
  const id3 = encodeChunk('id3 ', Buffer.alloc(1_700, 'TXXX'))
  const file = Buffer.concat([encodeWav(pcm, { sampleRate: SAMPLE_RATE }), list, id3])
  file.writeUInt32LE(file.length - 8, 4)
  return file
}

async function* widened(sound: Sound, format: Omit<WavFormat, 'sampleRate'>): AsyncGenerator<Buffer> {
  for await (const pcm of sound) yield widen(pcm, format)
}

async function* swapped(sound: Sound): AsyncGenerator<Buffer> {
  for await (const pcm of sound) yield Buffer.from(pcm).swap16()
}

async function* noSound(): AsyncGenerator<Buffer> {}

/** The same noise every time: a linear congruential generator. */
async function* noise(sound: Sound): AsyncGenerator<Buffer> {
  let state = 1
  for await (const { length } of sound)
    yield Buffer.from(
      Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state >>> 24
      }),
    )
}

function delta(audio: string): string {
  return event({ type: 'speech.audio.delta', audio })
}
