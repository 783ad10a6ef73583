import type { Step } from '../context.ts'
import { joinWith, punctuationOf } from '../punctuation.ts'

/** Takes the marks off headings, lists, quotes and tables, and what is left of emphasis. */
export const markdown: Step = (text, { context }) => {
  const { comma } = punctuationOf(context.language)
  return text
    .split('\n')
    .map((line) => plainLine(line, comma))
    .join('\n')
    .replace(/[\u2500-\u259F]+/gu, ' ')
    .replace(power, '^')
    .replace(/[*_~`|]+/g, plainMarks)
}

/** "2**10", "x ** 2". */
const power = /(?<=(?<!\p{L})\p{L} ?|[\p{N})] ?)\*\*(?= ?[\p{N}(])/gu

function plainLine(line: string, comma: string): string {
  if (isRule(line)) return ''
  const words = line.replace(lineMarks, '')
  const row = words.trim()
  if (!row.startsWith('|') || !row.endsWith('|')) return words
  const cells = row.split('|').map((cell) => cell.trim())
  return joinWith(comma, cells)
}

/** A line of signs alone: a rule, the underline of a heading, the second row of a table. */
function isRule(line: string): boolean {
  return /^[\s|:+=*_~\u2500-\u257F-]+$/u.test(line) && /[|=*_~\u2500-\u257F-]{2}/u.test(line)
}

/** Quote, then heading, subtext and list marks, then the box of a task in a list. Each must be followed by a space: "-5", "#1". */
const lineMarks = /^\s*(?:>{1,3}\s+)*(?:(?:#{1,3}|-#|[-*+•])\s+)*(?:(?<=[-*+•]\s+)\[[ xX]\]\s+)?/u

/**
 * Most are emphasis. "2*3" and "a * b" are sums, "~5" is about five, and underscores inside part the words of a name.
 */
function plainMarks(marks: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + marks.length, at + marks.length + 2)
  if (marks.includes('|')) return ' '
  if (marks === '~') return marks
  if (marks === '*')
    return (/\d$/.test(before) && /^\d/.test(after)) || (/ $/.test(before) && /^ /.test(after)) ? marks : ''
  return /^_+$/.test(marks) && /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) ? ' ' : ''
}
