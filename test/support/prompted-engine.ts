import { sine } from '@lector/loopback-discord'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, SpeechNotice, Utterance } from '../../src/speech/engine.ts'

/** One request, answered when the test says so. */
export class Request {
  readonly utterance: Utterance
  readonly signal: AbortSignal
  /** True once the narration left the loop or aborted. */
  over = false
  #events: SpeechEvent[] = []
  #failure: unknown
  #wake: () => void = () => undefined

  constructor(utterance: Utterance, signal: AbortSignal) {
    this.utterance = utterance
    this.signal = signal
  }

  audio(frames: number): this {
    return this.#add({ kind: 'audio', pcm: sine(440, 20).subarray(0, FRAME_BYTES) }, frames)
  }

  /** Sound that is no whole frame. */
  scrap(bytes: number): this {
    return this.#add({ kind: 'audio', pcm: sine(440, 20).subarray(0, bytes) })
  }

  notice(notice: SpeechNotice): this {
    return this.#add({ kind: 'notice', notice })
  }

  end(): this {
    return this.#add({ kind: 'end', receipt: { engine: 'local', model: 'script', characters: 0 } })
  }

  fail(error: unknown = new LectorError('speech.server', { engine: 'local', status: 500 }, 'scripted')): this {
    this.#failure = error
    this.#wake()
    return this
  }

  async *answer(): AsyncGenerator<SpeechEvent> {
    const { signal } = this
    const onAbort = () => this.#wake()
    signal.addEventListener('abort', onAbort)
    try {
      for (;;) {
        signal.throwIfAborted()
        const event = this.#events.shift()
        if (event) {
          yield event
          if (event.kind === 'end') return
        } else if (this.#failure) throw this.#failure
        else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve
          })
        }
      }
    } finally {
      this.over = true
      signal.removeEventListener('abort', onAbort)
    }
  }

  #add(event: SpeechEvent, times = 1): this {
    for (let i = 0; i < times; i++) this.#events.push(event)
    this.#wake()
    return this
  }
}

/** An engine whose requests wait for the test, or are answered by `prompt` as they come. */
export class PromptedEngine implements SpeechEngine {
  readonly id = 'local'
  readonly voices = () => []
  readonly requests: Request[] = []
  readonly #prompt: (request: Request) => void

  constructor(prompt: (request: Request) => void = () => undefined) {
    this.#prompt = prompt
  }

  /** What was asked for, in order. */
  get texts(): string[] {
    return this.requests.map(({ utterance }) => utterance.text)
  }

  request(text: string): Request {
    return this.requests.find(({ utterance }) => utterance.text === text)!
  }

  async *speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const request = new Request(utterance, signal)
    this.requests.push(request)
    this.#prompt(request)
    yield* request.answer()
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

export function utteranceOf(text: string): Utterance {
  return { text, voice: 'Cherry', language: 'en' }
}
