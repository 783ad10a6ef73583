import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `${voice} 这个声音不会说这种语言，所以由 ${by} 来说。`,
  slow: (seconds) => `语音服务器大约要 ${seconds} 秒才会开始说话。`,
  voiceLanguages: (voice, languages) => `**${voice}** 会说的语言：${languages}。其他语言我会用别的声音朗读。`,
  credit: (credit) => `声音：${credit}`,
}
