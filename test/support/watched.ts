import { systemClock } from '../../src/kernel/clock.ts'
import type { SpeechEngine } from '../../src/speech/engine.ts'
import { attempt } from '../../src/speech/stack/attempt.ts'
import { delegateTo } from '../../src/speech/stack/staged.ts'

/** An engine under the watchdog of the stack, which times every engine. */
export function watched(engine: SpeechEngine, wait: number): SpeechEngine {
  return delegateTo(engine, (utterance, signal) =>
    attempt(engine, utterance, { wait, clock: systemClock, isWhole: () => false }, signal),
  )
}
