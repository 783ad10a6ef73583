import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `${voice} 목소리는 이 언어를 못 해서 ${by} 목소리로 말했어요.`,
  slow: (seconds) => `음성 서버가 말을 시작하기까지 ${seconds}초쯤 걸려요.`,
  voiceLanguages: (voice, languages) =>
    `**${voice}** 목소리가 할 수 있는 언어: ${languages}. 다른 언어는 다른 목소리로 읽어요.`,
  credit: (credit) => `음성: ${credit}`,
}
