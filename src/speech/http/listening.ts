import { createPcmReader } from '../../audio/pcm-reader.ts'
import type { PcmFormat } from '../../audio/wav.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { EngineId, SpeechEvent } from '../engine.ts'
import { createDeadline } from '../stack/deadline.ts'

/** Milliseconds that a provider may take. */
export interface Deadlines {
  /** Until the connection stands, TLS included: 5 s. */
  readonly connect: number
  /** From the request to the first sound: 10 s, or 60 s for a whole file. */
  readonly firstAudio: number
  /** Between one piece of sound and the next: 10 s. */
  readonly stall: number
}

/**
 * Passes on what a request yields, and ends it with a `speech.timeout` when it is silent for too long. The time that
 * the listener takes over a piece does not count.
 */
export async function* inTime(
  { engine, deadlines, clock }: { engine: EngineId; deadlines: Deadlines; clock: Clock },
  outer: AbortSignal,
  request: (signal: AbortSignal) => AsyncIterable<SpeechEvent>,
): AsyncGenerator<SpeechEvent> {
  const deadline = createDeadline(engine, clock, outer)
  try {
    deadline.signal.throwIfAborted()
    deadline.start('first-audio', deadlines.firstAudio)
    let heard = false
    for await (const event of request(deadline.signal)) {
      deadline.stop()
      heard ||= event.kind === 'audio'
      yield event
      deadline.signal.throwIfAborted()
      deadline.start(heard ? 'stall' : 'first-audio', heard ? deadlines.stall : deadlines.firstAudio)
    }
  } catch (error) {
    throw deadline.signal.aborted ? deadline.signal.reason : error
  } finally {
    deadline.stop()
  }
}

/**
 * Yields audio bytes, WAV or PCM, as whole samples, and returns how many bytes of PCM there were. `bare` is the format
 * of PCM without a header.
 */
export async function* hear(source: AsyncIterable<Uint8Array>, bare?: PcmFormat): AsyncGenerator<SpeechEvent, number> {
  const reader = createPcmReader(bare)
  let heard = 0
  for await (const bytes of source) {
    const pcm = reader.push(bytes)
    if (pcm.length === 0) continue
    heard += pcm.length
    yield { kind: 'audio', pcm }
  }
  const rest = reader.flush()
  if (rest.length > 0) yield { kind: 'audio', pcm: rest }
  return heard + rest.length
}
