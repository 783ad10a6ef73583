import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Line, Synthesize } from '@lector/loopback-speech'
import { soundingOf } from './sounding.ts'
import type { VoiceAnswer, VoiceRequest } from './voice-worker.ts'

export interface SandboxVoice {
  readonly synthesize: Synthesize
  close(): Promise<void>
}

/** Speaks English with Flite in a worker thread, sentence by sentence; yields nothing for other scripts. */
export function createSandboxVoice(): SandboxVoice {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  const run = (request: VoiceRequest): Promise<Uint8Array> => {
    const turn = last.then(async () => {
      worker ??= new Worker(new URL('./voice-worker.ts', import.meta.url))
      const answered = once(worker, 'message')
      worker.postMessage(request)
      const [answer] = (await answered) as [VoiceAnswer]
      return answer
    })
    last = turn.catch(() => {})
    return turn
  }

  async function* synthesize(line: Line, signal: AbortSignal): AsyncGenerator<Buffer> {
    if (!isPronounceable(line.text)) return
    const sounding = soundingOf(line)
    for (const sentence of sentencesOf(line.text)) {
      signal.throwIfAborted()
      const pcm = await run({ ...sounding, text: sentence })
      signal.throwIfAborted()
      for (let at = 0; at < pcm.length; at += CHUNK_BYTES) yield Buffer.from(pcm.subarray(at, at + CHUNK_BYTES))
    }
  }

  return {
    synthesize,
    async close() {
      await worker?.terminate()
    },
  }
}

/** 160 ms of 24 kHz, about what the real service sends at a time. */
const CHUNK_BYTES = 7_680

/** Flite knows English letters only; text that is mostly another script is left to the murmur. */
function isPronounceable(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  return /[a-z0-9]/i.test(text) && latin >= letters.length * 0.8
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function sentencesOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/[^\p{ASCII}]/gu, (sign) => PLAIN[sign] ?? '')
  return [...segmenter.segment(plain)].map(({ segment }) => segment.trim()).filter((part) => /[a-z0-9]/i.test(part))
}

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': ', ',
  '—': ', ',
  '…': '... ',
}
