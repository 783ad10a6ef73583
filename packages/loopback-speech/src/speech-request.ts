/** A request for speech; fields that could not be read are empty. */
export interface SpeechRequest {
  readonly model: string
  readonly text: string
  readonly voice: string
  /** `English`, …, `Auto`. */
  readonly language: string
  readonly instructions?: string
  /** Commands found in the text, such as `laughing`. */
  readonly tags?: readonly string[]
  readonly optimizeInstructions: boolean
  readonly streaming: boolean
}
