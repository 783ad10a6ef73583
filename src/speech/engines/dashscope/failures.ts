import { QwenTtsError } from '@lector/qwen-tts'
import { UnsupportedAudioError } from '../../../audio/wav.ts'
import { LectorError } from '../../../kernel/errors.ts'
import { refusal } from '../../http/refusal.ts'
import { timeoutOf } from '../../stack/deadline.ts'
import type { DashScopeEngineId, Plan } from './plan.ts'

/** The `LectorError` for what the client throws; any other error as it is. */
export function failureOf(error: unknown, engine: DashScopeEngineId, { model, voice, limit }: Plan): unknown {
  if (error instanceof UnsupportedAudioError) {
    return new LectorError('speech.malformed', { engine }, `Cannot read DashScope's answer: ${error.message}`)
  }
  if (!(error instanceof QwenTtsError)) return error
  const { kind, message, retryable, retryAfter, cause } = error
  switch (kind) {
    case 'timeout':
      return timeoutOf(engine, error.phase === 'connection' ? 'connect' : 'stall', error.ms ?? 0, cause)
    case 'network':
    case 'cut':
    case 'malformed':
      return new LectorError(`speech.${kind}`, { engine }, message, { retryable, cause })
    default: {
      const status = error.status ?? (kind === 'server' ? 500 : 400)
      return refusal(kind, { engine, status, model, voice, limit: error.limit ?? limit, retryAfter }, message)
    }
  }
}
