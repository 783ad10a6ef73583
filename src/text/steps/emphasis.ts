import type { Step } from '../context.ts'

/**
 * Takes off the marks of bold, italic, underlined and struck words, which come in pairs. Marks without a partner are
 * signs that somebody typed: "2**10", "^_^".
 */
export const emphasis: Step = (text) => {
  if (!/[*_~]/.test(text)) return text
  let plain = text
  // Each pass takes off one layer: ***__words__*** has three.
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const next = PAIRS.reduce((text, pair) => text.replace(pair, unmarked), plain)
    if (next === plain) break
    plain = next
  }
  return plain
}

/** A face is no emphasis: "*_*". */
function unmarked(all: string, inner: string): string {
  return /[\p{L}\p{N}\p{Co}\p{Extended_Pictographic}]/u.test(inner) ? inner : all
}

const MOST_LAYERS = 4

/** The partner is looked for within 400 characters, so that a flood of marks takes linear time. */
const PAIRS: readonly RegExp[] = [
  /\*{3}(?![\s*])([^*\n]{0,400}?[^*\s])\*{3}(?!\*)/gu,
  /(?<![*\d]|(?<!\p{L})\p{L})\*\*(?![\s*])([^*]{0,400}?[^*\s])\*\*(?![*\d])/gu,
  /(?<![\p{L}\p{N}_])__(?![\s_])([^_]{0,400}?[^_\s])__(?![\p{L}\p{N}_])/gu,
  /~~(?![\s~])([^~]{0,400}?[^~\s])~~/gu,
  /(?<![*\d\\:])\*(?![\s*])([^*\n]{0,400}?[^*\s])\*(?![*\d])/gu,
  /(?<![\p{L}\p{N}_>^<;.-])_(?![\s_])([^_\n]{0,400}?[^_\s])_(?![\p{L}\p{N}_<^])/gu,
]
