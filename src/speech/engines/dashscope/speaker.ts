import type { SpeechResult, SpeechStream } from '@lector/qwen-tts'
import { createPcmConverter, type PcmConverter } from '../../../audio/pcm-converter.ts'
import { isLectorError } from '../../../kernel/errors.ts'
import { countCharacters } from '../../characters.ts'
import type { SpeechEngine, SpeechEvent, SpeechReceipt, Utterance } from '../../engine.ts'
import { failureOf } from './failures.ts'
import { type DashScopeEngineId, type Plan, planSpeech } from './plan.ts'

export interface SpeakerOptions {
  readonly engine: DashScopeEngineId
  readonly model: string
  readonly instructModel: string
  /** Speaks a text as planned; sends nothing before the stream is read. */
  open(plan: Plan, utterance: Utterance, signal: AbortSignal): SpeechStream
}

/** What both engines do with an utterance: plan it, play the client's stream, and translate its failures. */
export function createSpeaker(options: SpeakerOptions): SpeechEngine['speak'] {
  const { engine, model, open } = options
  const gone = new Set<string>()

  return async function* speak(utterance, signal) {
    signal.throwIfAborted()
    for (;;) {
      const plan = planSpeech(utterance, { ...options, gone })
      for (const notice of plan.notices) yield { kind: 'notice', notice }
      try {
        yield* play(open(plan, utterance, signal), utterance, engine, signal)
        return
      } catch (error) {
        const failure = signal.aborted ? signal.reason : failureOf(error, engine, plan)
        // Alibaba retires its instruct models: a style that no model follows any more must not cost the words.
        const chosen = utterance.model === undefined && plan.model !== model
        if (!chosen || !isLectorError(failure) || failure.code !== 'speech.model-gone') throw failure
        gone.add(plan.model)
      }
    }
  }
}

async function* play(
  stream: SpeechStream,
  { text }: Utterance,
  engine: DashScopeEngineId,
  signal: AbortSignal,
): AsyncGenerator<SpeechEvent> {
  let converter: PcmConverter | undefined
  for await (const bytes of stream) {
    converter ??= createPcmConverter(stream.format)
    const pcm = converter.push(bytes)
    if (pcm.length > 0) yield { kind: 'audio', pcm }
    signal.throwIfAborted()
  }
  const rest = converter?.flush()
  if (rest?.length) yield { kind: 'audio', pcm: rest }
  if (stream.result) yield { kind: 'end', receipt: receiptOf(engine, text, stream.result) }
}

function receiptOf(engine: DashScopeEngineId, text: string, result: SpeechResult): SpeechReceipt {
  const { model, usage, requestId, url } = result
  return {
    engine,
    model,
    // The models that bill by tokens report no characters.
    characters: usage.characters ?? countCharacters(text),
    ...(requestId === undefined ? {} : { requestId }),
    ...(url === undefined ? {} : { url }),
  }
}
