import { LectorError } from '../../kernel/errors.ts'
import type { EngineId } from '../engine.ts'

/** What a provider's refusal comes to, whatever it calls it. */
export type RefusalKind =
  | 'auth'
  | 'access'
  | 'quota'
  | 'billing'
  | 'blocked'
  | 'model-gone'
  | 'voice-unknown'
  | 'text-too-long'
  | 'bad-request'
  | 'rate-limited'
  | 'server'
  | 'network'

/** What the request asked for and how it was answered: the facts that an error's sentence may need. */
export interface RefusalFacts {
  readonly engine: EngineId
  readonly status: number
  readonly model: string
  readonly voice: string
  /** The longest text, in characters. */
  readonly limit: number
  /** Milliseconds that a `Retry-After` asked for. */
  readonly retryAfter?: number | undefined
}

/** The error for a refusal. */
export function refusal(kind: RefusalKind, facts: RefusalFacts, message: string): LectorError {
  const { engine, status, model, voice, limit, retryAfter } = facts
  const options = {
    retryable: kind === 'rate-limited' || kind === 'server',
    ...(retryAfter !== undefined && { retryAfter }),
  }
  switch (kind) {
    case 'access':
    case 'model-gone':
      return new LectorError(`speech.${kind}`, { engine, model }, message, options)
    case 'voice-unknown':
      return new LectorError('speech.voice-unknown', { engine, voice }, message, options)
    case 'text-too-long':
      return new LectorError('speech.text-too-long', { engine, limit }, message, options)
    case 'bad-request':
    case 'server':
      return new LectorError(`speech.${kind}`, { engine, status }, message, options)
    default:
      return new LectorError(`speech.${kind}`, { engine }, message, options)
  }
}
