import type { Catalogue } from '../i18n/catalogue.ts'
import { errorSentence } from '../i18n/sentence.ts'
import type { SpeechNotice } from './engine.ts'

/**
 * What a member should know although speech goes on.
 * @param voice the requested voice
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
    case 'voice-for-language':
      return texts.speech.voiceForLanguage(notice.voice, notice.by)
    case 'slow':
      return texts.speech.slow(notice.seconds)
    case 'engine-replaced':
      return `${errorSentence(notice.because, texts)} ${replies.engineReplaced()}`
  }
}
