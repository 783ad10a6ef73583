/** What members should know about the voice that speaks. */
export interface SpeechTexts {
  /** `by` spoke, because `voice` does not speak the language of the text. */
  voiceForLanguage(voice: string, by: string): string
  /** The server makes whole files, so every text takes a while. */
  slow(seconds: number): string
  /** @param languages a list in the reader's language */
  voiceLanguages(voice: string, languages: string): string
  /** The credit line that a voice's licence asks for. */
  credit(credit: string): string
}
