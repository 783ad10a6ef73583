import { durationOf } from '../audio/pcm.ts'
import type { Clock } from '../clock.ts'
import type { Exchange } from '../exchange.ts'
import type { Writer } from '../writer.ts'
import { formatEvent, refusalData } from './wire.ts'

/** What the events of one answer tell beside the sound. */
export interface AudioAnswer {
  readonly requestId: string
  /** Unix seconds. */
  readonly expiresAt: number
  readonly text: string
  /** What has been used so far. */
  usage(): Readonly<Record<string, number>>
  /** Keeps the finished file and returns its address. */
  keep(file: Buffer): string
}

/** Sends events as Qwen-Audio-TTS does: the sentence begins, sounds, ends; the file's address comes last. */
export async function sendAudioEvents(
  { faults, response, recorder, signal }: Exchange,
  bytes: AsyncIterable<Buffer>,
  { requestId, expiresAt, text, usage, keep }: AudioAnswer,
  writer: Writer,
  clock: Clock,
): Promise<void> {
  const sentence = { index: 0, words: [] }
  const id = `audio_${requestId}`
  let count = 0
  const send = (output: object, used?: object) => {
    const data = JSON.stringify({ output, ...(used && { usage: used }), request_id: requestId })
    const event = formatEvent(++count, data, { lineEnd: faults.lineEnd ?? '\n' })
    return writer.write(faults.severalDataLines ? inSeveralLines(event) : event)
  }

  /** Applies the faults due after this many pieces of sound; infinity means all. */
  async function misbehave(pieces: number): Promise<'on' | 'over'> {
    if (faults.stall?.after === pieces) await clock.sleep(faults.stall.ms, signal)
    const failed = faults.errorEvent?.after === pieces ? faults.errorEvent.refusal : undefined
    const cut = faults.cut?.after === pieces
    if (!failed && !cut) return 'on'
    if (failed) {
      const data = refusalData(failed, requestId)
      await writer.write(formatEvent(++count, data, { event: 'error', status: failed.status }))
    }
    await writer.flushed()
    recorder.end('failed')
    if (cut) response.destroy()
    else response.end()
    return 'over'
  }

  const started = clock.now()
  const sent: Buffer[] = []
  await send({ finish_reason: 'null', type: 'sentence-begin', original_text: text, sentence })
  for await (const piece of bytes) {
    if ((await misbehave(sent.length)) === 'over') return
    const audio = { data: piece.toString('base64'), id, expires_at: expiresAt }
    await send({ finish_reason: 'null', type: 'sentence-synthesis', sentence, audio })
    sent.push(piece)
    const due =
      faults.pace === undefined ? 0 : started + durationOf(recorder.request.pcm.length) / faults.pace - clock.now()
    if (due > 0) await clock.sleep(due, signal)
  }
  for (const moment of [sent.length, Number.POSITIVE_INFINITY]) if ((await misbehave(moment)) === 'over') return
  await send({ finish_reason: 'null', type: 'sentence-end', original_text: text, sentence }, usage())
  const url = faults.withoutUrl ? {} : { url: keep(Buffer.concat(sent)) }
  if (!faults.endWithoutStop)
    await send({ finish_reason: 'stop', audio: { data: '', id, ...url, expires_at: expiresAt } }, usage())
  recorder.end('completed')
  response.end()
}

/** The same data over several `data:` lines, which a reader joins with line ends: JSON does not mind them between tokens. */
function inSeveralLines(event: string): string {
  return event.replace(/("request_id":)/, '\ndata:$1').replace(/(\{"finish_reason")/, '\ndata:$1')
}
