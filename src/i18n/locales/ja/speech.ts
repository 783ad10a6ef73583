import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `${voice}の声はこの言語を話せないので、${by}の声で話しました。`,
  slow: (seconds) => `音声サーバーが話し始めるまで、${seconds}秒ほどかかります。`,
  voiceLanguages: (voice, languages) => `**${voice}**が話せるのは${languages}です。ほかの言語は別の声で読みます。`,
  credit: (credit) => `音声: ${credit}`,
}
