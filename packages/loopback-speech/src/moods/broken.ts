import { type Answer, streamed, whole } from '../answer.ts'
import { encode, encodeFile, event, events, type Sound } from '../audio/encode.ts'
import { SAMPLE_RATE } from '../audio/pcm.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { OpenAiMood } from './mood.ts'

type Speak = (sound: Sound, body: SpeechBody, sleep: (ms: number) => Promise<void>) => Answer

/** Answers that end badly, begin late, or are refused for a field that other servers take. */
export const BROKEN_MOODS: readonly OpenAiMood[] = [
  mood(
    'content-length-too-large',
    'The whole WAV arrives, but less than `content-length` says; then the connection closes.',
    'Lex-au/Orpheus-FastAPI app.py: two requests in one second share a file',
    (sound) => ({ ...whole('audio/wav', encodeFile('wav', sound)), missing: 4_096, after: 'close' }),
  ),
  mood(
    'break-after-all',
    'The connection breaks after the last byte of the sound.',
    'vllm-project/vllm-omni#1676',
    (sound) => streamed('audio/pcm', broken(encode('pcm', sound))),
  ),
  mood(
    'break-in-the-middle',
    'The connection breaks after half a second of sound.',
    'vllm-project/vllm-omni#1676',
    (sound) => streamed('audio/pcm', broken(until(HALF_A_SECOND, encode('pcm', sound)))),
  ),
  mood(
    'break-once',
    'The connection of the first request breaks before its sound.',
    'any restart',
    (sound, { count }) =>
      streamed('audio/pcm', count === 1 ? broken(until(0, encode('pcm', sound))) : encode('pcm', sound)),
  ),
  mood(
    'end-in-the-middle',
    'The answer ends in good order after half a second of sound.',
    'sgl-project/sglang-omni pull 1184',
    (sound) => streamed('audio/pcm', until(HALF_A_SECOND, encode('pcm', sound))),
  ),
  mood('events-without-end', 'The event that ends the sound is missing.', 'vllm-project/vllm-omni pull 4490', (sound) =>
    streamed(SSE, events(encode('pcm', sound), delta)),
  ),
  mood('error-after-sound', 'An error event follows the whole sound.', 'vllm-project/vllm-omni pull 4679', (sound) =>
    streamed(SSE, events(encode('pcm', sound), delta, ERROR)),
  ),
  mood(
    'error-in-the-middle',
    'An error event follows half a second of sound.',
    'vllm-project/vllm-omni pull 4679',
    (sound) => streamed(SSE, events(until(HALF_A_SECOND, encode('pcm', sound)), delta, ERROR)),
  ),
  mood(
    'error-in-words',
    'An event of the type `error` holds a sentence, and no sound comes.',
    'travisvn/openai-edge-tts generate_sse_audio_stream',
    () =>
      streamed(
        SSE,
        once(event({ type: 'error', error: 'No audio was received. Please verify that your parameters are correct.' })),
      ),
  ),
  mood('endless', 'The sound comes again and again without end.', 'models that miss their end of speech', (sound) =>
    streamed('audio/pcm', endless(sound)),
  ),
  mood(
    'never-ends',
    'The connection stays open after the last byte of the sound.',
    'a proxy that buffers',
    (sound) => ({
      ...streamed('audio/pcm', encode('pcm', sound)),
      after: 'hang',
    }),
  ),
  mood(
    'header-first',
    'The head of the answer comes at once, the sound after fourteen seconds.',
    'devnen/Chatterbox-TTS-Server#12',
    (sound, _body, sleep) => streamed('audio/wav', late(encode('wav', sound), 14_000, sleep)),
  ),
  mood(
    'late-first-byte',
    'Streams PCM, but thinks for eight seconds first.',
    'langgenius/dify-official-plugins#3585',
    (sound) => ({
      ...streamed('audio/pcm', encode('pcm', sound)),
      delay: 8_000,
    }),
  ),
]

function mood(name: string, summary: string, source: string, speak: Speak): OpenAiMood {
  return { name, summary, source, openai: { speak: (body, sound, sleep) => speak(sound, body, sleep) } }
}

async function* broken(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* bytes
  throw new Error('The connection breaks here.')
}

async function* until(limit: number, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = limit
  for await (const piece of bytes) {
    if (left <= 0) return
    yield piece.subarray(0, left)
    left -= piece.length
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** As much as is taken: the writer waits for its reader. */
async function* endless(sound: Sound): AsyncGenerator<Buffer> {
  const pcm = await encodeFile('pcm', sound)
  for (;;) yield pcm.length > 0 ? pcm : Buffer.alloc(SAMPLE_RATE)
}

async function* late(
  bytes: AsyncIterable<Buffer>,
  ms: number,
  sleep: (ms: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  await sleep(ms)
  yield* bytes
}

function delta(audio: string): string {
  return event({ type: 'speech.audio.delta', audio, response_format: 'pcm' }, 'speech.audio.delta')
}

const SSE = 'text/event-stream; charset=utf-8'
/** Bytes of s16le mono at 24 kHz. */
const HALF_A_SECOND = 24_000
const ERROR = event(
  {
    type: 'speech.audio.error',
    error: {
      message: 'EngineCore encountered an issue',
      type: 'server_error',
      param: null,
      code: 500,
      partial_audio: true,
      action: 'discard',
    },
  },
  'speech.audio.error',
)
