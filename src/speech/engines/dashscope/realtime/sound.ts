import { createPcmReader } from '../../../../audio/pcm-reader.ts'
import { UnsupportedAudioError } from '../../../../audio/wav.ts'
import { LectorError } from '../../../../kernel/errors.ts'
import type { SpeechReceipt } from '../../../engine.ts'
import { malformed } from '../failures.ts'
import type { ServerEvent } from './events.ts'
import { ENGINE, type SessionFacts, sessionFailure } from './failures.ts'

export interface SoundReader {
  /** The PCM that an event brings, maybe none. Throws what the event says is wrong. */
  read(event: ServerEvent): Buffer
  /** What the responses so far have cost; `written` is the count for models that report none. */
  receipt(written: number): SpeechReceipt
}

/** Turns what the server says in one session into PCM, and adds up what it bills. */
export function createSoundReader(facts: SessionFacts): SoundReader {
  let pcm = createPcmReader()
  let characters: number | undefined
  let responseId: string | undefined
  return {
    read(event) {
      switch (event.kind) {
        case 'audio':
          return decode(() => pcm.push(event.audio))
        case 'response-done': {
          if (event.status === 'failed') throw sessionFailure({ status: 500, code: '', message: '' }, facts)
          if (event.status === 'incomplete') throw cut()
          if (event.characters !== undefined) characters = (characters ?? 0) + event.characters
          responseId = event.responseId ?? responseId
          const rest = decode(() => pcm.flush())
          pcm = createPcmReader()
          return rest
        }
        case 'session-finished':
          return decode(() => pcm.flush())
        case 'error':
          throw sessionFailure(event.error, facts)
        case 'malformed':
          throw malformed(event.reason, { engine: ENGINE, retryable: true })
        default:
          return SILENCE
      }
    },
    receipt(written) {
      return {
        engine: ENGINE,
        model: facts.model,
        // The models that bill by tokens report no characters.
        characters: characters ?? written,
        ...(responseId === undefined ? {} : { requestId: responseId }),
      }
    },
  }
}

function decode(read: () => Buffer): Buffer {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UnsupportedAudioError)) throw error
    throw malformed(error.message, { engine: ENGINE, cause: error })
  }
}

function cut(): LectorError<'speech.cut'> {
  const message = 'DashScope left a response incomplete'
  return new LectorError('speech.cut', { engine: ENGINE }, message, { retryable: true })
}

const SILENCE = Buffer.alloc(0)
