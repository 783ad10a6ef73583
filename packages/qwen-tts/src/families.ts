/**
 * The two families of speech models. A model answers on its family's path alone; the other path refuses it with
 * `url error`.
 */
export type Family =
  /** `qwen3-tts-…` and `qwen-tts…`. */
  | 'qwen-tts'
  /** `qwen-audio-…-tts-…`, and `cosyvoice-…`, which takes the same requests. */
  | 'qwen-audio'

/** The family of a model by its name, known or not. */
export function familyOf(model: string): Family {
  return /^(qwen-audio|cosyvoice)\b/i.test(model) ? 'qwen-audio' : 'qwen-tts'
}
