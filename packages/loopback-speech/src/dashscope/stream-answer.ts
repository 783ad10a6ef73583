import type { ServerResponse } from 'node:http'
import { encode } from '../audio/encode.ts'
import { durationOf } from '../audio/pcm.ts'
import type { Clock } from '../clock.ts'
import type { Faults } from '../faults.ts'
import type { Recorder } from '../served-request.ts'
import { cutInto } from '../sound.ts'
import type { Writer } from '../writer.ts'
import { type Answer, finalData, formatEvent, refusalData, STREAM_HEADER, soundData } from './wire.ts'

export interface StreamJob {
  readonly answer: Answer
  readonly sound: AsyncIterable<Buffer>
  readonly faults: Faults
  readonly recorder: Recorder
  readonly writer: Writer
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Keeps the finished sound and returns its address. */
  keep(pcm: Buffer): string
}

/** Answers with server-sent events while the sound is made; `head` opens the answer when its first event is ready. */
export async function sendStream(response: ServerResponse, head: () => void, job: StreamJob): Promise<void> {
  const { answer, faults, recorder, writer, clock, signal } = job
  const { lineEnd = '\n' } = faults
  let count = 0
  const send = (data: string, options?: { event: string; status: number }) =>
    writer.write(formatEvent(++count, data, { lineEnd, ...options }))

  let started = 0
  let sent = 0
  let pieces = 0
  for await (const piece of withHeader(faults, cutInto(faults.pieces ?? [PIECE_BYTES], soundOf(job)))) {
    if (pieces === 0) {
      head()
      started = clock.now()
    }
    if ((await misbehave(pieces, { response, send, job })) === 'over') return
    if (piece.pcm) recorder.sounded(piece.pcm)
    await send(soundData(answer, piece.bytes))
    pieces++
    sent += piece.pcm?.length ?? 0
    const due = faults.pace === undefined ? 0 : started + durationOf(sent) / faults.pace - clock.now()
    if (due > 0) await clock.sleep(due, signal)
  }
  if (pieces === 0) head()
  for (const moment of [pieces, Number.POSITIVE_INFINITY])
    if ((await misbehave(moment, { response, send, job })) === 'over') return
  const url = job.keep(recorder.request.pcm)
  if (!faults.endWithoutStop) await send(finalData(answer, faults.withoutUrl ? undefined : url))
  recorder.end('completed')
  response.end()
}

function soundOf({ faults, sound }: StreamJob): AsyncIterable<Buffer> {
  return faults.compressed ? encode(faults.compressed, sound) : sound
}

interface Scene {
  readonly response: ServerResponse
  readonly send: (data: string, options?: { event: string; status: number }) => Promise<void>
  readonly job: StreamJob
}

/** Applies the faults due after this many pieces of sound. */
async function misbehave(pieces: number, { response, send, job }: Scene): Promise<'on' | 'over'> {
  const { answer, faults, recorder, writer, clock, signal } = job
  if (faults.comments && pieces !== Number.POSITIVE_INFINITY) {
    for (;;) {
      await writer.write(`: keep-alive${faults.lineEnd ?? '\n'}`)
      await clock.sleep(20, signal)
    }
  }
  if (faults.stall?.after === pieces) await clock.sleep(faults.stall.ms, signal)
  if (faults.hugeEvent?.after === pieces) await send(`{"padding":"${'x'.repeat(faults.hugeEvent.length)}"}`)
  if (faults.nullOutput?.after === pieces) await send(`{"output":null,"request_id":"${answer.requestId}"}`)
  if (faults.malformedJson?.after === pieces) await send('{"output":{"audio":{"data":"')
  if (faults.badBase64?.after === pieces) await send('{"output":{"audio":{"data":"AA*A"},"finish_reason":"null"}}')
  if (faults.errorEvent?.after === pieces) {
    const { refusal } = faults.errorEvent
    await send(refusalData(refusal, answer.requestId), { event: 'error', status: refusal.status })
    recorder.end('failed')
    response.end()
    return 'over'
  }
  if (faults.cut?.after === pieces) {
    await writer.write('id:99\nevent:result\n:HTTP_STATUS/200\ndata:{"output":{"audio":{"data":"AAAA')
    await writer.flushed()
    recorder.end('failed')
    response.destroy()
    return 'over'
  }
  return 'on'
}

interface Piece {
  readonly bytes: Buffer
  /** The part of it that is sound. */
  readonly pcm?: Buffer
}

async function* withHeader(
  { compressed, header = compressed ? 'none' : 'wav', silent }: Faults,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Piece> {
  if (silent) return
  let prefix = header === 'none' ? NOTHING : header === 'mp3' ? MP3 : STREAM_HEADER
  if (header === 'split') {
    yield { bytes: STREAM_HEADER.subarray(0, 7) }
    prefix = STREAM_HEADER.subarray(7)
  }
  for await (const pcm of pieces) {
    yield { bytes: prefix.length > 0 ? Buffer.concat([prefix, pcm]) : pcm, pcm }
    prefix = NOTHING
  }
}

/** 320 ms of sound, one packet of the model. */
const PIECE_BYTES = 15_360
const NOTHING = Buffer.alloc(0)
const MP3 = Buffer.from('ID3\x04\0\0\0\0\0\x23TSSE', 'latin1')
