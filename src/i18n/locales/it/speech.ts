import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `La voce ${voice} non parla questa lingua, quindi ha parlato ${by}.`,
  slow: (seconds) => `Il server vocale impiega circa ${seconds} secondi prima di iniziare a parlare.`,
  voiceLanguages: (voice, languages) => `**${voice}** parla ${languages}. Leggo le altre lingue con un’altra voce.`,
  credit: (credit) => `Voce: ${credit}`,
}
