import { encode } from '../audio/encode.ts'
import { durationOf, SAMPLE_RATE } from '../audio/pcm.ts'
import { resample } from '../audio/resample.ts'
import { encodeWavHeader } from '../audio/wav.ts'
import { type Dialect, type Exchange, open } from '../exchange.ts'
import type { ServiceContext } from '../service-context.ts'
import { cutInto, soundOf } from '../sound.ts'
import { AUDIO_MODELS, countCharacters } from '../tables.ts'
import { createWriter } from '../writer.ts'
import { sendAudioEvents } from './audio-events.ts'
import { type AudioFormat, readAudioRequest } from './audio-request.ts'
import { refuseAsDashScope } from './generation.ts'
import type { ResultStore } from './result-store.ts'
import { speakWithTags } from './tags.ts'

/** Qwen-Audio-TTS (https://www.alibabacloud.com/help/en/model-studio/qwen-audio-tts-http-api). */
export function audioDialect(
  context: ServiceContext,
  results: ResultStore,
  ownVoices: ReadonlyMap<string, string>,
): Dialect {
  let format: AudioFormat
  return {
    read(body, headers) {
      const read = readAudioRequest(body, headers, context.dashscope(), ownVoices)
      format = read.format
      return read
    },
    refuse: refuseAsDashScope,
    async speak(exchange) {
      const { asked, faults, response, recorder, signal } = exchange
      const bytes = encodeAs(format, soundIn(format, exchange, context))
      const expiresAt = Math.floor(context.clock.wall() / 1000) + SECONDS_PER_DAY
      const requestId = recorder.request.id
      const answer = {
        requestId,
        expiresAt,
        text: asked.text,
        usage: () => usageOf(asked.model, asked.text, recorder.request.pcm.length),
        keep: (file: Buffer) => results.putFile(requestId, format.format, file, expiresAt),
      }
      if (asked.streaming) {
        const writer = createWriter(response, signal, faults.bytesPerWrite)
        open(exchange, 200, faults.contentType ?? 'text/event-stream;charset=UTF-8')
        return sendAudioEvents(exchange, bytes, answer, writer, context.clock)
      }
      const pieces: Buffer[] = []
      for await (const piece of bytes) pieces.push(piece)
      const url = answer.keep(Buffer.concat(pieces))
      const audio = { data: '', url, id: `audio_${requestId}`, expires_at: expiresAt }
      open(exchange, 200, faults.contentType ?? 'application/json')
      response.end(
        JSON.stringify({ request_id: requestId, output: { finish_reason: 'stop', audio }, usage: answer.usage() }),
      )
      recorder.end('completed')
    },
  }
}

/** 3.1 bills tokens, 3.0 characters. How many tokens a second of sound has is not published: 25 here. */
export function usageOf(model: string, text: string, bytes: number): Readonly<Record<string, number>> {
  if (AUDIO_MODELS.get(model)?.billing !== 'tokens') return { characters: countCharacters(text) }
  const input_tokens = Math.ceil(countCharacters(text) / 2)
  const output_tokens = Math.ceil((durationOf(bytes) / 1000) * 25)
  return { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens }
}

async function* soundIn(
  { rate, pitch, volume }: AudioFormat,
  { asked, recorder, signal }: Exchange,
  { synthesize }: ServiceContext,
): AsyncGenerator<Buffer> {
  const { voice, model, language, instructions } = asked
  const style = instructions === undefined ? {} : { style: instructions }
  const sound = speakWithTags(asked.text, (text) =>
    soundOf(synthesize, { text, voice, model, language, speed: rate, ...style }, signal),
  )
  // A pitch of 2 is played twice as fast, as on a tape.
  for await (const pcm of cutInto([PIECE_BYTES], resample(sound, SAMPLE_RATE / pitch))) {
    const heard = volume === 50 ? pcm : louder(pcm, volume / 50)
    recorder.sounded(heard)
    yield heard
  }
}

function louder(pcm: Buffer, gain: number): Buffer {
  const output = Buffer.alloc(pcm.length)
  for (let at = 0; at + 1 < pcm.length; at += 2)
    output.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(pcm.readInt16LE(at) * gain))), at)
  return output
}

async function* encodeAs({ format, sampleRate }: AudioFormat, sound: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (format !== 'wav') return yield* encode(format, sound, sampleRate)
  const header = encodeWavHeader(PLACEHOLDER, { sampleRate })
  header.writeUInt32LE(PLACEHOLDER + 8, 4)
  let first = true
  for await (const pcm of resample(sound, sampleRate)) {
    yield first ? Buffer.concat([header, pcm]) : pcm
    first = false
  }
}

const SECONDS_PER_DAY = 86_400
/** 320 ms of sound. */
const PIECE_BYTES = 15_360
/** The size that the provider writes before it knows one. */
const PLACEHOLDER = 2_147_483_583
