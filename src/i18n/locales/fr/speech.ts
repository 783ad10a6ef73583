import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `La voix ${voice} ne parle pas cette langue ; ${by} a parlé à sa place.`,
  slow: (seconds) => `Le serveur vocal met environ ${seconds} secondes avant de commencer à parler.`,
  voiceLanguages: (voice, languages) =>
    `**${voice}** parle ${languages}. Je lis les autres langues avec une autre voix.`,
  credit: (credit) => `Voix : ${credit}`,
}
