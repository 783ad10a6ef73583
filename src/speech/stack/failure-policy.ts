import type { ErrorCode, LectorError } from '../../kernel/errors.ts'

/** What to do about a failure of an engine. */
export type Policy =
  /** The same engine may do better in a moment. */
  | 'again'
  /** The same engine, with a voice that it has. */
  | 'other-voice'
  /** This engine will not do it; another one may. */
  | 'elsewhere'
  /** Nobody shall do it. */
  | 'give-up'

export function policyOf({ code, retryable }: LectorError): Policy {
  return POLICIES[code] ?? (retryable ? 'again' : 'elsewhere')
}

/** Whether the failure says that the engine is unwell, and not that it is busy or that the text is at fault. */
export function isIllness({ code }: LectorError): boolean {
  return ILLNESSES.has(code)
}

/** Whether every request with this key will fail until a person has done something about it. */
export function isAccountTrouble({ code }: LectorError): boolean {
  return ACCOUNT_TROUBLES.has(code)
}

const POLICIES: Partial<Record<ErrorCode, Policy>> = {
  // A provider that inspects what it speaks does so by rules that its customers have agreed to. An engine that says
  // what another one has refused would make the fallback a way around them.
  'speech.blocked': 'give-up',
  // Long text is split again; another engine would only be the wrong voice.
  'speech.text-too-long': 'give-up',
  'speech.style-too-long': 'give-up',
  // The budget has already decided whether an engine that costs nothing speaks instead.
  'speech.budget': 'give-up',
  'speech.voice-unknown': 'other-voice',
}

const ILLNESSES = new Set<ErrorCode>([
  'speech.server',
  'speech.network',
  'speech.timeout',
  'speech.cut',
  'speech.malformed',
])

const ACCOUNT_TROUBLES = new Set<ErrorCode>(['speech.auth', 'speech.billing', 'speech.quota'])
