import { toneOf } from '@lector/loopback-speech'
import { LectorError } from '../../src/kernel/errors.ts'
import { countCharacters } from '../../src/speech/characters.ts'
import type { EngineId, SpeechEngine, SpeechEvent, Utterance, Voice } from '../../src/speech/engine.ts'
import { VOICES } from '../../src/speech/voices/voice-catalogue.ts'

/** How an engine answers one request: events and what it throws. `number` counts its requests from 1. */
export type Script = (utterance: Utterance, signal: AbortSignal, number: number) => AsyncIterable<SpeechEvent>

export interface ScriptedEngine extends SpeechEngine {
  readonly requests: readonly Utterance[]
  readonly running: number
  readonly closed: boolean
}

/** An engine in the process that does as it is told and counts what it is asked. */
export function scriptedEngine(id: EngineId, script: Script, voices: readonly Voice[] = VOICES): ScriptedEngine {
  const requests: Utterance[] = []
  let running = 0
  let closed = false
  return {
    id,
    voices: () => voices,
    requests,
    get running() {
      return running
    },
    get closed() {
      return closed
    },
    async *speak(utterance, signal) {
      signal.throwIfAborted()
      requests.push(utterance)
      running += 1
      try {
        yield* script(utterance, signal, requests.length)
      } finally {
        running -= 1
      }
    },
    async close() {
      closed = true
    },
  }
}

/** The tone of the text in pieces of 20 ms, and a receipt. */
export function tonesOf(engine: EngineId): Script {
  return async function* (utterance, signal) {
    yield* tonesUntil(utterance, signal, Number.POSITIVE_INFINITY)
    yield endOf(utterance, engine)
  }
}

export const tones = tonesOf('dashscope')

/** The first so many pieces of a text's tone, 20 ms each, and no end. */
export async function* tonesUntil(
  { text }: Utterance,
  signal: AbortSignal,
  pieces: number,
): AsyncGenerator<SpeechEvent> {
  const pcm = toneOf(text)
  for (let at = 0; at < Math.min(pcm.length, pieces * 960); at += 960) {
    signal.throwIfAborted()
    yield { kind: 'audio', pcm: pcm.subarray(at, at + 960) }
  }
  signal.throwIfAborted()
}

export function endOf({ text }: Utterance, engine: EngineId = 'dashscope'): SpeechEvent {
  const characters = engine === 'local' || engine === 'espeak' ? 0 : countCharacters(text)
  return { kind: 'end', receipt: { engine, model: 'tones', characters } }
}

/** Never says anything; ends when it is no longer wanted. */
export async function* silence(_: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

export function failing(error: Error): Script {
  // biome-ignore lint/correctness/useYield: it fails before it has anything to say
  return async function* () {
    throw error
  }
}

export const serverError = () =>
  new LectorError('speech.server', { engine: 'dashscope', status: 503 }, 'a 503', { retryable: true })
