import type { CommandContext } from './command.ts'
import type { RichReply } from './reply.ts'

/** Of the 2000 characters of a message, what is left below a heading. */
const LONGEST_PAGE = 1_900

export interface Page {
  /** Counted from 0. */
  readonly number: number
  /** Counted from 1, as people do. */
  heading(page: number, pages: number): string
  /** What `press` is told when somebody turns to this page, counted from 0. */
  action(number: number): string
}

/** One page of a list that may be longer than a message takes, with buttons to the pages beside it. */
export function pageOf(
  lines: readonly string[],
  { number, heading, action }: Page,
  { texts: { settings } }: CommandContext,
): RichReply {
  const pages = pagesOf(lines)
  // Lines may have gone since the list was shown.
  const shown = Math.min(number, pages.length - 1)
  const text = [heading(shown + 1, pages.length), ...pages[shown]!].join('\n')
  if (pages.length === 1) return { text }
  const buttons = [
    { action: action(shown - 1), label: settings.back(), disabled: shown === 0 },
    { action: action(shown + 1), label: settings.next(), disabled: shown + 1 === pages.length },
  ]
  return { text, rows: [{ buttons }] }
}

function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = []
  let room = 0
  for (const line of lines) {
    if (line.length + 1 > room) {
      pages.push([])
      room = LONGEST_PAGE
    }
    pages.at(-1)!.push(line)
    room -= line.length + 1
  }
  return pages
}
