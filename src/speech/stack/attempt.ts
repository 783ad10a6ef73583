import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../../audio/format.ts'
import type { Clock } from '../../kernel/clock.ts'
import { isLectorError, LectorError } from '../../kernel/errors.ts'
import { countCharacters } from '../characters.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import { createDeadline } from './deadline.ts'

export interface AttemptOptions {
  /** Milliseconds of silence after which the attempt has failed. */
  readonly wait: number
  readonly clock: Clock
  /** Whether so many bytes of sound are as long as the text: then the end mark is not worth a long wait. */
  isWhole(bytes: number): boolean
}

/**
 * One request to an engine, held to what speech is: sound without long silence, no more of it than the text can have,
 * and an end. Everything else is a `LectorError`, or the signal's reason. No other code times an engine.
 */
export async function* attempt(
  engine: SpeechEngine,
  utterance: Utterance,
  { wait, clock, isWhole }: AttemptOptions,
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
      // The time that the listener takes is not the engine's.
      deadline.stop()
      yield event
      if (heard === 0) deadline.start('first-audio', wait)
      else deadline.start('stall', isWhole(heard) ? Math.min(wait, END_MARK_MS) : wait)
    }
    if (ended) return
    const message = `Engine "${engine.id}" stopped before its end`
    throw new LectorError('speech.cut', { engine: engine.id }, message, { retryable: true })
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    throw isLectorError(error) ? error : malformed(engine, 'failed in an unexpected way', { cause: error })
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

/**
 * A provider that stalls goes on sooner than this, so a longer silence after the whole text means that no end mark comes.
 * Shorter would cut slow voices, since how long a text takes to say is an estimate.
 */
const END_MARK_MS = 3_000
