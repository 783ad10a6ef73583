import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `La voz ${voice} no habla este idioma, así que ha hablado ${by}.`,
  slow: (seconds) => `El servidor de voz tarda unos ${seconds} segundos en empezar a hablar.`,
  voiceLanguages: (voice, languages) => `**${voice}** habla ${languages}. Los demás idiomas los leo con otra voz.`,
  credit: (credit) => `Voz: ${credit}`,
}
