import type { Catalogue } from '../i18n/catalogue.ts'
import { errorSentence } from '../i18n/sentence.ts'
import type { Fate } from '../reader/fate.ts'

/** What became of a message, and what would change that. */
export function fateSentence(fate: Fate | undefined, texts: Catalogue): string {
  const { fates, reasons, failed } = texts.reading
  if (!fate) return fates.unknown
  switch (fate.kind) {
    case 'not-read':
      return reasons[fate.reason]
    case 'failed':
      return failed(errorSentence(fate.error, texts))
    default:
      return fates[fate.kind]
  }
}
