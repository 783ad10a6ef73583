import { type Fields, isRecord, parseRecord } from '../../http/json.ts'

/** One event of the Wyoming protocol (https://github.com/OHF-Voice/wyoming): a type, data, and bytes. */
export interface WyomingEvent {
  readonly type: string
  readonly data: Fields
  readonly payload: Buffer
}

/** An event as it is sent: a line of JSON, then its data. */
export function encodeEvent(type: string, data: Fields = {}): Buffer {
  const bytes = Buffer.from(JSON.stringify(data))
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ type, version: '1.8.0', data_length: bytes.length })}\n`),
    bytes,
  ])
}

export interface EventReader {
  /** The events that are complete now; undefined for what is not Wyoming. */
  push(bytes: Buffer): readonly WyomingEvent[] | undefined
}

/** Reads events out of a stream that is cut anywhere. Data stands after the line, or within it in older servers. */
export function createEventReader(): EventReader {
  let held: Buffer = Buffer.alloc(0)

  /** The next event; undefined while it is not complete, and `broken` for what is no event. */
  function take(): WyomingEvent | 'broken' | undefined {
    const lineEnd = held.indexOf(0x0a)
    if (lineEnd < 0) return held.length > LONGEST_LINE ? 'broken' : undefined
    const header = parseRecord(held.toString('utf8', 0, lineEnd))
    if (typeof header?.type !== 'string') return 'broken'
    const dataEnd = lineEnd + 1 + lengthOf(header.data_length)
    const end = dataEnd + lengthOf(header.payload_length)
    if (end > LONGEST_EVENT) return 'broken'
    if (held.length < end) return undefined
    const data = dataEnd > lineEnd + 1 ? parseRecord(held.toString('utf8', lineEnd + 1, dataEnd)) : {}
    if (!data) return 'broken'
    const payload = held.subarray(dataEnd, end)
    held = held.subarray(end)
    return { type: header.type, data: { ...(isRecord(header.data) && header.data), ...data }, payload }
  }

  return {
    push(bytes) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
      const events: WyomingEvent[] = []
      for (let event = take(); event !== undefined; event = take()) {
        if (event === 'broken') return undefined
        events.push(event)
      }
      return events
    },
  }
}

function lengthOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0
}

/** A description of hundreds of voices, in old servers within its line. */
const LONGEST_LINE = 4 * 1024 * 1024
const LONGEST_EVENT = 8 * 1024 * 1024
