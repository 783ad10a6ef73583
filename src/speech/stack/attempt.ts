import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../../audio/format.ts'
import type { Clock } from '../../kernel/clock.ts'
import { isLectorError, LectorError } from '../../kernel/errors.ts'
import { countCharacters } from '../characters.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import { createDeadline } from './deadline.ts'

/**
 * One request to an engine, held to what speech is: sound that keeps nobody waiting for longer than `wait`, no more of it
 * than the text can have, and an end. Everything else is a `LectorError`, or the reason of the signal.
 */
export async function* attempt(
  engine: SpeechEngine,
  utterance: Utterance,
  wait: number,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<SpeechEvent> {
  const deadline = createDeadline(engine.id, clock, signal)
  const longest = longestSound(utterance.text)
  let heard = 0
  let ended = false
  try {
    deadline.start('first-audio', wait)
    for await (const event of engine.speak(utterance, deadline.signal)) {
      if (event.kind === 'audio') {
        heard += event.pcm.length
        if (heard > longest) throw malformed(engine, 'speaks without end')
      } else if (event.kind === 'end') {
        if (heard === 0) throw malformed(engine, 'made no sound', { retryable: true })
        ended = true
      }
      // While the listener takes its time, nobody hurries the engine.
      deadline.stop()
      yield event
      deadline.start(heard > 0 ? 'stall' : 'first-audio', wait)
    }
    if (ended) return
    const message = `Engine "${engine.id}" stopped before its end`
    throw new LectorError('speech.cut', { engine: engine.id }, message, { retryable: true })
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    throw isLectorError(error) ? error : malformed(engine, 'failed in a way that it should not', { cause: error })
  } finally {
    deadline.stop()
  }
}

/** Models sometimes babble on. Nobody takes half a second for a character, and pauses are short. */
function longestSound(text: string): number {
  const seconds = 10 + countCharacters(text) * 0.5
  return seconds * SAMPLE_RATE * BYTES_PER_SAMPLE
}

function malformed(engine: SpeechEngine, what: string, options: { retryable?: boolean; cause?: unknown } = {}) {
  return new LectorError('speech.malformed', { engine: engine.id }, `Engine "${engine.id}" ${what}`, options)
}
