/** What a request asks to be spoken, as far as it could be understood. */
export interface SpeechRequest {
  readonly model: string
  readonly text: string
  readonly voice: string
  /** `English`, …, `Auto`. */
  readonly language: string
  readonly instructions?: string
  /** Commands within the text that are obeyed, such as `laughing`. */
  readonly tags?: readonly string[]
  readonly optimizeInstructions: boolean
  readonly streaming: boolean
}
