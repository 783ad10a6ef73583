import { type Fields, isRecord } from '../json.ts'

/** One event of the Wyoming protocol (https://github.com/OHF-Voice/wyoming): a type, data, and bytes. */
export interface WyomingEvent {
  readonly type: string
  readonly data: Fields
  readonly payload?: Buffer
}

/** `separate` writes the data after the line, as since wyoming 1.2; `inline` within it, as before. */
export function encodeEvent({ type, data, payload }: WyomingEvent, style: 'separate' | 'inline' = 'separate'): Buffer {
  const bytes = Object.keys(data).length === 0 ? undefined : Buffer.from(JSON.stringify(data))
  const header = {
    type,
    version: '1.8.0',
    ...(bytes && (style === 'inline' ? { data } : { data_length: bytes.length })),
    ...(payload && payload.length > 0 && { payload_length: payload.length }),
  }
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(header)}\n`)]
  if (bytes && style === 'separate') parts.push(bytes)
  if (payload) parts.push(payload)
  return Buffer.concat(parts)
}

/** Reads events out of a stream, wherever it is cut. */
export class EventReader {
  #held: Buffer = Buffer.alloc(0)

  /** The events that are whole now. @throws SyntaxError when a line is no JSON object with a type */
  push(bytes: Buffer): WyomingEvent[] {
    this.#held = Buffer.concat([this.#held, bytes])
    const events: WyomingEvent[] = []
    for (let event = this.#take(); event; event = this.#take()) events.push(event)
    return events
  }

  #take(): WyomingEvent | undefined {
    const lineEnd = this.#held.indexOf(0x0a)
    if (lineEnd < 0) return undefined
    const header: unknown = JSON.parse(this.#held.toString('utf8', 0, lineEnd))
    if (!isRecord(header) || typeof header.type !== 'string') throw new SyntaxError('An event has no type.')
    const dataEnd = lineEnd + 1 + lengthOf(header.data_length)
    const end = dataEnd + lengthOf(header.payload_length)
    if (this.#held.length < end) return undefined
    const data = dataEnd > lineEnd + 1 ? JSON.parse(this.#held.toString('utf8', lineEnd + 1, dataEnd)) : {}
    const payload = this.#held.subarray(dataEnd, end)
    this.#held = this.#held.subarray(end)
    return {
      type: header.type,
      data: { ...(isRecord(header.data) ? header.data : {}), ...data },
      ...(payload.length > 0 && { payload }),
    }
  }
}

function lengthOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0
}
