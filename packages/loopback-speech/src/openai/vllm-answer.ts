import { durationOf, SAMPLE_RATE } from '../audio/pcm.ts'
import { encodeWav, encodeWavHeader } from '../audio/wav.ts'
import type { Clock } from '../clock.ts'
import { type Exchange, open } from '../exchange.ts'
import { cutInto } from '../sound.ts'
import { createWriter, type Writer } from '../writer.ts'
import { errorData, type Format } from './vllm-request.ts'

/** Answers with the sound in the shape that was asked for: whole, as bytes while it is made, or as events. */
export async function sendSpeech(
  exchange: Exchange,
  format: Format,
  sound: AsyncIterable<Buffer>,
  clock: Clock,
): Promise<void> {
  const { faults, response, recorder, signal } = exchange
  if (format.shape === 'whole') return sendWhole(exchange, format, sound)
  const events = format.shape !== 'bytes'
  const writer = createWriter(response, signal, faults.bytesPerWrite)
  const wrap = events
    ? deltaOf(format.shape === 'events' ? 'audio' : 'delta', format.container)
    : (bytes: Buffer) => bytes
  open(exchange, 200, faults.contentType ?? (events ? 'text/event-stream; charset=utf-8' : `audio/${format.container}`))
  response.flushHeaders()

  const started = clock.now()
  let sent = 0
  let pieces = 0
  let prefix = prefixOf(exchange, format)
  for await (const pcm of faults.silent ? [] : cutInto(faults.pieces ?? [PIECE_BYTES], sound)) {
    if ((await misbehave(pieces, exchange, writer, clock)) === 'over') return
    recorder.sounded(pcm)
    await writer.write(wrap(prefix.length > 0 ? Buffer.concat([prefix, pcm]) : pcm))
    prefix = Buffer.alloc(0)
    pieces++
    sent += pcm.length
    const due = faults.pace === undefined ? 0 : started + durationOf(sent) / faults.pace - clock.now()
    if (due > 0) await clock.sleep(due, signal)
  }
  if ((await misbehave(pieces, exchange, writer, clock)) === 'over') return
  if (events && !faults.endWithoutStop) await writer.write(DONE)
  recorder.end('completed')
  response.end()
}

async function sendWhole(exchange: Exchange, { container }: Format, sound: AsyncIterable<Buffer>): Promise<void> {
  const { faults, response, recorder } = exchange
  for await (const pcm of sound) recorder.sounded(pcm)
  const { pcm } = recorder.request
  open(exchange, 200, faults.contentType ?? `audio/${container}`)
  response.end(container === 'wav' ? encodeWav(pcm, { sampleRate: SAMPLE_RATE }) : pcm)
  recorder.end('completed')
}

/** Applies the faults due after this many pieces of sound. */
async function misbehave(
  pieces: number,
  { faults, response, recorder, signal }: Exchange,
  writer: Writer,
  clock: Clock,
): Promise<'on' | 'over'> {
  if (faults.stall?.after === pieces) await clock.sleep(faults.stall.ms, signal)
  if (faults.malformedJson?.after === pieces) await writer.write('event: speech.audio.delta\ndata: {"type":"speech\n\n')
  if (faults.badBase64?.after === pieces) await writer.write(frame('delta', { audio: 'AA*A' }))
  if (faults.hugeEvent?.after === pieces)
    await writer.write(frame('delta', { audio: 'A'.repeat(faults.hugeEvent.length) }))
  const cut = faults.cut?.after === pieces
  const ended = faults.endAfter === pieces
  const failed = faults.errorEvent?.after === pieces
  if (!cut && !ended && !failed) return 'on'
  if (faults.errorEvent && failed) {
    const { error } = JSON.parse(errorData(faults.errorEvent.refusal))
    await writer.write(frame('error', { error: { ...error, partial_audio: true, action: 'discard' } }))
  }
  await writer.flushed()
  recorder.end('failed')
  if (cut) response.destroy()
  else response.end()
  return 'over'
}

function deltaOf(field: 'audio' | 'delta', container: string) {
  return (bytes: Buffer) => frame('delta', { [field]: bytes.toString('base64'), response_format: container })
}

function frame(kind: 'delta' | 'done' | 'error', fields: Readonly<Record<string, unknown>>): string {
  const type = `speech.audio.${kind}`
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
}

function prefixOf({ faults }: Exchange, { container }: Format): Buffer {
  if (faults.header === 'mp3') return Buffer.from('ID3\x04\0\0\0\0\0\x23TSSE', 'latin1')
  // The sizes say "unknown", since the header leaves before the sound is made.
  return container === 'wav' ? encodeWavHeader(0xffff_ffff, { sampleRate: SAMPLE_RATE }) : Buffer.alloc(0)
}

const DONE = frame('done', {
  usage: {
    input_tokens: 18,
    output_tokens: 77,
    total_tokens: 95,
    input_token_details: { text_tokens: 18, audio_tokens: 0 },
  },
})
/** 320 ms of sound, one packet of the model. */
const PIECE_BYTES = 15_360
