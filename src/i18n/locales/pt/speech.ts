import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `A voz ${voice} não fala este idioma, então quem falou foi ${by}.`,
  slow: (seconds) => `O servidor de voz leva uns ${seconds} segundos para começar a falar.`,
  voiceLanguages: (voice, languages) => `**${voice}** fala ${languages}. Os outros idiomas eu leio com outra voz.`,
  credit: (credit) => `Voz: ${credit}`,
}
