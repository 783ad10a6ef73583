import type { ServerResponse } from 'node:http'
import { encodeWav, formatEvent, toneOf } from '@lector/loopback-speech'
import { type Refusal, type SeenRequest, sendJson } from './exchange.ts'

/** Qwen-Audio-TTS (https://www.alibabacloud.com/help/en/model-studio/qwen-audio-tts-http-api). */
export function answerSpeech(
  { body, headers }: SeenRequest,
  response: ServerResponse,
  keep: (name: string, audio: Buffer) => string,
): Refusal | undefined {
  const { model = '', input = {} } = body
  const text = String(input.text ?? '')
  const refusal = refusalOf(model, text, String(input.voice ?? ''))
  if (refusal) return refusal

  const format = String(input.format ?? 'mp3')
  const audio = encode(toneOf(text), format)
  const url = keep(`r-1.${format}`, audio)
  const usage = model.includes('3.1') ? { input_tokens: 9, output_tokens: 41 } : { characters: unitsOf(text) }
  const end = { output: { finish_reason: 'stop', audio: { data: '', id: 'audio_r-1', url, expires_at: 1790000000 } } }
  if (headers['x-dashscope-sse'] !== 'enable') {
    sendJson(response, { request_id: 'r-1', ...end, usage })
    return undefined
  }

  const sentence = { index: 0, words: wordsOf(text, input.word_timestamp_enabled === true) }
  const frame = (output: object, more: object = {}) =>
    JSON.stringify({ output: { finish_reason: 'null', ...output, sentence }, ...more, request_id: 'r-1' })
  const pieces = [0, 1, 2, 3].map((part) => audio.subarray((part * audio.length) / 4, ((part + 1) * audio.length) / 4))
  const events = [
    frame({ type: 'sentence-begin', original_text: text }),
    ...pieces.map((piece) => frame({ type: 'sentence-synthesis', audio: { data: piece.toString('base64') } })),
    frame({ type: 'sentence-end', original_text: text }, { usage }),
    JSON.stringify({ ...end, usage, request_id: 'r-1' }),
  ]
  response.writeHead(200, { 'content-type': 'text/event-stream;charset=UTF-8' })
  // The page warns that one event may have several lines of data.
  for (const [id, json] of events.entries()) {
    response.write(formatEvent(id + 1, json.replace(',"request_id"', '\ndata:,"request_id"')))
  }
  response.end()
  return undefined
}

function refusalOf(model: string, text: string, voice: string): Refusal | undefined {
  const invalid = (message: string) => ({ status: 400, code: 'InvalidParameter', message })
  if (!/^(qwen-audio|cosyvoice)-/.test(model)) return invalid('url error, please check url！')
  const version = /-(3\.[01])-/.exec(model)?.[1]
  if (model.includes('next')) return { status: 403, code: 'AccessDenied', message: 'Access to model denied.' }
  // The ids of cloned and designed voices begin with their model.
  if (version === '3.1' && !voice.endsWith('_v3.1') && !voice.startsWith(`${model}-`)) {
    return invalid('Engine error [411]: TTS speak operation failed')
  }
  const units = unitsOf(text)
  if (units > 20_000) return invalid(`Each request sends text is limited: 20000, current: ${units}`)
  return undefined
}

/** A Han character is two units. */
function unitsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)
}

function encode(pcm: Buffer, format: string): Buffer {
  if (format === 'pcm') return pcm
  if (format !== 'wav') return Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), pcm])
  const wav = encodeWav(pcm, { sampleRate: 24_000 })
  // The sizes are placeholders.
  wav.writeUInt32LE(2_147_483_591, 4)
  wav.writeUInt32LE(2_147_483_583, 40)
  return wav
}

function wordsOf(text: string, wanted: boolean): object[] {
  if (!wanted) return []
  return [...text.matchAll(/\w+/g)].map(({ 0: word, index }, place) => ({
    text: word,
    begin_index: index,
    end_index: index + word.length,
    begin_time: place * 200,
    end_time: place * 200 + 180,
  }))
}
