import { describe, expect, it } from 'vitest'
import { EventReader, encodeEvent, type WyomingEvent } from '../../src/wyoming/protocol.ts'

// Written by Python's wyoming 1.8.0: write_event(Describe()), AudioChunk(rate=22050, width=2, channels=1, audio=…), SynthesizeStop().
const WRITTEN_BY_PYTHON = Buffer.concat([
  Buffer.from('{"type": "describe", "version": "1.8.0"}\n'),
  Buffer.from('{"type": "audio-chunk", "version": "1.8.0", "data_length": 61, "payload_length": 4}\n'),
  Buffer.from('{"rate": 22050, "width": 2, "channels": 1, "timestamp": null}'),
  Buffer.from([10, 0, 10, 255]),
  Buffer.from('{"type": "synthesize-stop", "version": "1.8.0"}\n'),
])
const EVENTS: readonly WyomingEvent[] = [
  { type: 'describe', data: {} },
  {
    type: 'audio-chunk',
    data: { rate: 22_050, width: 2, channels: 1, timestamp: null },
    payload: Buffer.from([10, 0, 10, 255]),
  },
  { type: 'synthesize-stop', data: {} },
]

describe('the Wyoming protocol', () => {
  it('reads what Python writes, wherever it is cut', () => {
    for (let at = 0; at <= WRITTEN_BY_PYTHON.length; at++) {
      const reader = new EventReader()
      const read = [...reader.push(WRITTEN_BY_PYTHON.subarray(0, at)), ...reader.push(WRITTEN_BY_PYTHON.subarray(at))]
      expect(read).toEqual(EVENTS)
    }
  })

  it('reads what it writes, byte by byte, in either style', () => {
    for (const style of ['separate', 'inline'] as const) {
      const reader = new EventReader()
      const bytes = Buffer.concat(EVENTS.map((event) => encodeEvent(event, style)))
      expect([...bytes].flatMap((byte) => reader.push(Buffer.from([byte])))).toEqual(EVENTS)
    }
  })

  it('writes data within the line for readers of before 1.2', () => {
    const event = { type: 'error', data: { text: 'no' } }
    expect(encodeEvent(event, 'inline').toString()).toBe('{"type":"error","version":"1.8.0","data":{"text":"no"}}\n')
  })

  it('refuses a line that is no event', () => {
    expect(() => new EventReader().push(Buffer.from('hello\n'))).toThrow(SyntaxError)
    expect(() => new EventReader().push(Buffer.from('[]\n'))).toThrow(SyntaxError)
  })
})
