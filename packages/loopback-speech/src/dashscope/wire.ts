import { SAMPLE_RATE } from '../audio/pcm.ts'
import { encodeWavHeader } from '../audio/wav.ts'
import type { Refusal } from '../refusals.ts'

/** Sizes that say "unknown", as DashScope writes them: the file's one less than the sound's. */
export const STREAM_HEADER = streamHeader()

export interface Answer {
  readonly requestId: string
  readonly characters: number
  /** Unix seconds. */
  readonly expiresAt: number
}

/** One server-sent event in DashScope's spelling: no space after the colon, the status in a comment. */
export function formatEvent(id: number, data: string, { event = 'result', status = 200, lineEnd = '\n' } = {}): string {
  return [`id:${id}`, `event:${event}`, `:HTTP_STATUS/${status}`, `data:${data}`, '', ''].join(lineEnd)
}

/** A piece of sound. */
export function soundData({ requestId, characters, expiresAt }: Answer, pcm: Uint8Array): string {
  return JSON.stringify({
    output: {
      audio: { data: Buffer.from(pcm).toString('base64'), expires_at: expiresAt, id: `audio_${requestId}` },
      finish_reason: 'null',
    },
    usage: { characters },
    request_id: requestId,
  })
}

/** The last event of a stream, and the whole answer without streaming. */
export function finalData({ requestId, characters, expiresAt }: Answer, url: string | undefined): string {
  return JSON.stringify({
    output: {
      audio: { data: '', expires_at: expiresAt, id: `audio_${requestId}`, ...(url === undefined ? {} : { url }) },
      finish_reason: 'stop',
    },
    usage: { characters },
    request_id: requestId,
  })
}

export function refusalData({ code, message }: Refusal, requestId: string): string {
  return JSON.stringify({ code, message, request_id: requestId })
}

function streamHeader(): Buffer {
  const header = encodeWavHeader(0x7fff_ffff, { sampleRate: SAMPLE_RATE })
  header.writeUInt32LE(0x7fff_fffe, 4)
  return header
}
