import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `Die Stimme ${voice} spricht diese Sprache nicht, deshalb hat ${by} gesprochen.`,
  slow: (seconds) => `Der Sprachserver braucht etwa ${seconds} Sekunden, bis er zu sprechen beginnt.`,
  voiceLanguages: (voice, languages) =>
    `**${voice}** spricht ${languages}. Andere Sprachen lese ich mit einer anderen Stimme.`,
  credit: (credit) => `Stimme: ${credit}`,
}
