/** The longest style that instruct models read (Model Studio's Qwen-TTS reference, `instructions`). */
export const MAX_STYLE_TOKENS = 1_600

/**
 * About how many tokens a language model makes of a text: a Han character is one, and three letters of other scripts
 * are one. Real tokenizers need fewer for English, so what passes here passes there.
 */
export function estimateTokens(text: string): number {
  const all = [...text].length
  const han = text.match(HAN)?.length ?? 0
  return han + Math.ceil((all - han) / 3)
}

const HAN = /\p{Script=Han}/gu
