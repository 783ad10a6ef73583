import type { SpeechEngine, SpeechNotice, SpeechReceipt, Utterance } from '../../src/speech/engine.ts'

/** Everything that came of one utterance. */
export interface Spoken {
  readonly pcm: Buffer
  readonly chunks: readonly Buffer[]
  readonly notices: readonly SpeechNotice[]
  readonly receipt: SpeechReceipt | undefined
}

/** Speaks an utterance to its end; English by the voice Serena unless told otherwise. */
export async function speakWhole(
  engine: SpeechEngine,
  utterance: Partial<Utterance> & { text: string },
  signal = new AbortController().signal,
): Promise<Spoken> {
  const chunks: Buffer[] = []
  const notices: SpeechNotice[] = []
  let receipt: SpeechReceipt | undefined
  for await (const event of engine.speak({ voice: 'Serena', language: 'en', ...utterance }, signal)) {
    if (event.kind === 'audio') chunks.push(event.pcm)
    else if (event.kind === 'notice') notices.push(event.notice)
    else receipt = event.receipt
  }
  return { pcm: Buffer.concat(chunks), chunks, notices, receipt }
}
