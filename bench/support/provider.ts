import { setTimeout as sleep } from 'node:timers/promises'
import { finalData, formatEvent, soundData } from '@lector/loopback-speech'
import { createEventStreamReader } from '@lector/qwen-tts/wire'
import { durationOf } from '../../src/audio/format.ts'
import type { SpeechEngine, SpeechEvent } from '../../src/speech/engine.ts'

/** 320 ms of sound, one packet of the model. */
const PIECE_BYTES = 15_360
const ANSWER = { requestId: '6b1f0a52-6f0e-9c7b-8d3c-1f9e4a7b2c5d', characters: 120, expiresAt: 1_800_000_000 }
const RECEIPT = { engine: 'dashscope', model: 'bench', characters: 120 } as const

/** A provider's whole answer as server-sent events, one per piece, as they come out of the socket. */
export function answerOf(pcm: Buffer): Buffer[] {
  const events: Buffer[] = []
  for (let at = 0; at < pcm.length; at += PIECE_BYTES) {
    const data = soundData(ANSWER, pcm.subarray(at, at + PIECE_BYTES))
    events.push(Buffer.from(formatEvent(events.length + 1, data)))
  }
  events.push(Buffer.from(formatEvent(events.length + 1, finalData(ANSWER, undefined))))
  return events
}

/** Reads such an answer with the product's own reader. */
export function readAnswer(reader: ReturnType<typeof createEventStreamReader>, bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (const payload of reader.push(bytes)) if (payload.kind === 'result') pieces.push(payload.audio)
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

/**
 * The sound of an answer as a service delivers it that speaks in real time, two pieces ahead; `pace` is how many times
 * as fast it speaks.
 */
export async function* hearAnswer(events: readonly Buffer[], signal: AbortSignal, pace = 1): AsyncGenerator<Buffer> {
  const reader = createEventStreamReader()
  const start = performance.now()
  let sent = 0
  for (const event of events) {
    const due = start + durationOf(sent - 2 * PIECE_BYTES) / pace - performance.now()
    if (due > 0) await sleep(due, undefined, { signal })
    const pcm = readAnswer(reader, event)
    if (pcm.length === 0) continue
    sent += pcm.length
    yield pcm
  }
}

/** An engine of whatever sound `soundOf` gives for a text. */
export function engineOf(soundOf: (text: string, signal: AbortSignal) => AsyncIterable<Buffer>): SpeechEngine {
  return {
    id: 'dashscope',
    voices: () => [],
    async *speak({ text }, signal): AsyncGenerator<SpeechEvent> {
      for await (const pcm of soundOf(text, signal)) yield { kind: 'audio', pcm }
      yield { kind: 'end', receipt: RECEIPT }
    },
    async close() {},
  }
}
