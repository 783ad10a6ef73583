import type { Refusal } from './refusals.ts'

/**
 * How the answer to one request goes wrong. Nothing set is a good answer; `after` counts pieces of sound that were
 * sent before it happens, infinity is after all of them; durations are milliseconds.
 */
export interface Faults {
  /** Silence before the first byte of the answer, head included. */
  readonly delay?: number
  /** Sound arrives at this many times real time; undefined: as fast as it is made. */
  readonly pace?: number
  readonly stall?: { readonly after: number; readonly ms: number }
  /** The connection breaks in the middle of an event. */
  readonly cut?: { readonly after: number }
  /** The answer ends in good order, but without its last event. */
  readonly endWithoutStop?: boolean
  /** The answer ends in good order in the middle of its sound. */
  readonly endAfter?: number
  /** Refused before anything is spoken, as JSON or as an event. */
  readonly refuse?: Refusal & { readonly framed?: boolean; readonly retryAfter?: string }
  /** An error event follows sound that was promised with HTTP 200. */
  readonly errorEvent?: { readonly after: number; readonly refusal: Refusal }
  /** An event whose data is no JSON. */
  readonly malformedJson?: { readonly after: number }
  /** An event whose sound is no Base64. */
  readonly badBase64?: { readonly after: number }
  /** An event with this many characters of padding. */
  readonly hugeEvent?: { readonly after: number; readonly length: number }
  /** Keep-alive comments without end instead of sound. */
  readonly comments?: boolean
  /** Bytes of sound per event, in turn and then again from the start; odd ones too. */
  readonly pieces?: readonly number[]
  /** What stands before the sound: a WAV header (default), nothing, a header over two events, or an MP3's. */
  readonly header?: 'wav' | 'none' | 'split' | 'mp3'
  /** An event whose `output` is null. */
  readonly nullOutput?: { readonly after: number }
  /** The sound is compressed, though PCM was promised: a tone of two seconds. */
  readonly compressed?: 'mp3'
  /** No sound at all, only the last event. */
  readonly silent?: boolean
  /** Leaves the file's address out of the last event. */
  readonly withoutUrl?: boolean
  /** The session stays open after its last response, without `session.finished` (realtime). */
  readonly neverFinished?: boolean
  /** `session.finish` is answered with an error, and nothing else (realtime). */
  readonly finishUnknown?: boolean
  /** Sound comes in binary frames, or under OpenAI's newer names of events (realtime). */
  readonly framing?: 'binary' | 'output-audio'
  /** A session is closed with this code (realtime). */
  readonly closeWith?: { readonly after: number; readonly code: number; readonly reason: string }
  /** What the last event of a response says of it; `completed` unless set (realtime). */
  readonly responseStatus?: 'failed' | 'incomplete'
  /** The data of an event is spread over several lines (Qwen-Audio-TTS). */
  readonly severalDataLines?: boolean
  readonly lineEnd?: '\n' | '\r\n'
  /** Splits the answer into TCP segments of this many bytes. */
  readonly bytesPerWrite?: number
  readonly contentType?: string
  /** Sends the caller elsewhere. */
  readonly redirect?: string
  /** A whole answer instead, e.g. the HTML page of a gateway. */
  readonly raw?: { readonly status: number; readonly contentType: string; readonly body: string }
}
