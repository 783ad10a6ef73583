import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `Голос ${voice} не говорит на этом языке, поэтому говорил ${by}.`,
  slow: (seconds) => `Серверу речи нужно около ${seconds} с, чтобы начать говорить.`,
  voiceLanguages: (voice, languages) =>
    `Языки голоса **${voice}**: ${languages}. На других языках читает другой голос.`,
  credit: (credit) => `Голос: ${credit}`,
}
