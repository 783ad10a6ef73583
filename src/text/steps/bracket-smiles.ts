import type { Step } from '../context.ts'

/** "привет)))" smiles and "жаль((" does not: in Russian brackets without a partner are no words, and are left out. */
export const bracketSmiles: Step = (text) => {
  if (!/[()]/.test(text) || !/\p{Script=Cyrillic}/u.test(text)) return text
  return text
    .split('\n')
    .map((line) => withoutSmiles(line))
    .join('\n')
}

function withoutSmiles(line: string): string {
  let open = 0
  let done = ''
  let at = 0
  for (const { 0: brackets, index } of line.matchAll(/[()]+/g)) {
    done += line.slice(at, index)
    at = index + brackets.length
    const closes = brackets.startsWith(')')
    const rest = line.slice(at, at + 1)
    const before = line.slice(Math.max(0, index - 3), index)
    const setOff = brackets.length > 1 && /\s$/u.test(before)
    const smiles = (setOff || endOfWord.test(before)) && !/[\p{L}\p{N}]/u.test(rest)
    if (closes && open === 0 && smiles) continue
    // A bracket that opens and is followed by nothing is a sad face.
    if (!closes && smiles && line.indexOf(')', at) < 0) continue
    done += brackets
    for (const bracket of brackets) open = Math.max(0, open + (bracket === '(' ? 1 : -1))
  }
  return done + line.slice(at)
}

/** "а)" and "1)" number something. */
const endOfWord = /(?:\p{L}{2}|[!?.,…\u{F0000}-\u{FFFFD}])$/u
