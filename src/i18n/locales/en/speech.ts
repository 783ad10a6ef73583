import type { SpeechTexts } from '../../speech.ts'

export const speech: SpeechTexts = {
  voiceForLanguage: (voice, by) => `The voice ${voice} doesn't speak this language, so ${by} spoke.`,
  slow: (seconds) => `The speech server needs about ${seconds} seconds before it starts to speak.`,
  voiceLanguages: (voice, languages) => `**${voice}** speaks ${languages}. I read other languages with another voice.`,
  credit: (credit) => `Voice: ${credit}`,
}
