import type { Catalogue } from '../i18n/catalogue.ts'
import { errorSentence } from '../i18n/sentence.ts'
import type { MessageOutcome } from '../reader/message-outcomes.ts'

/** What became of a message, and what would change that. */
export function outcomeSentence(outcome: MessageOutcome | undefined, texts: Catalogue): string {
  const { outcomes, reasons, failed } = texts.reading
  if (!outcome) return outcomes.unknown
  switch (outcome.kind) {
    case 'not-read':
      return reasons[outcome.reason]
    case 'failed':
      return failed(errorSentence(outcome.error, texts))
    default:
      return outcomes[outcome.kind]
  }
}
