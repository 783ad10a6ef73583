import type { Catalogue } from '../i18n/catalogue.ts'
import { errorSentence } from '../i18n/sentence.ts'
import type { SpeechNotice } from './engine.ts'

/**
 * What a person should be told although speech goes on.
 * @param voice the one that was asked for
 */
export function noticeSentence(notice: SpeechNotice, voice: string, texts: Catalogue): string {
  const { replies } = texts
  switch (notice.code) {
    case 'style-ignored':
      return replies.styleIgnored(voice)
    case 'model-replaced':
      return replies.modelReplaced(notice.model, notice.by)
    case 'voice-replaced':
      return replies.voiceReplaced(notice.voice, notice.by)
    case 'engine-replaced':
      return `${errorSentence(notice.because, texts)} ${replies.engineReplaced()}`
  }
}
