/**
 * A provider's sentence as it may be logged: what it quotes is left out, because it may be people's words, and so is
 * what looks like a key or repeats the text that was sent.
 *
 * @param words what must not appear: the text of the request
 */
export function scrub(sentence: string, words: readonly string[] = []): string {
  let scrubbed = sentence
  for (const text of words) if (text.trim() !== '') scrubbed = scrubbed.replaceAll(text, '…')
  scrubbed = scrubbed
    .replaceAll(/"[^"]*"|`[^`]*`|“[^”]*”|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, '…')
    .replaceAll(/\b(?:sk|pk|Bearer|Basic)[-_ ][\w.+/=-]{6,}/gi, '…')
    .replaceAll(/\b[A-Za-z0-9_-]{32,}\b/g, '…')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const spoken = new Set(words.flatMap(wordsOf))
  if (spoken.size > 0 && wordsOf(scrubbed).filter((word) => spoken.has(word)).length > MOST_ALIKE) return ''
  return scrubbed.length <= LONGEST ? scrubbed : `${scrubbed.slice(0, LONGEST)}…`
}

/** Words that are long enough to tell something. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}

const LONGEST = 160
const MOST_ALIKE = 3
