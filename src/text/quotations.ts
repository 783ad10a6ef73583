/** Tells which places of a text are inside quotes. Nothing is looked at before the first question. */
export function quotationsIn(text: string): (at: number) => boolean {
  let ranges: readonly (readonly [number, number])[] | undefined
  return (at) => {
    ranges ??= rangesIn(text)
    return ranges.some(([from, to]) => from < at && at < to)
  }
}

/** Marks that open, and what may close them. German closes with what English opens with. */
const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
}

const MARKS = /["“”„«»‹›「」『』\n]/gu
const LONGEST = 300

function rangesIn(text: string): [number, number][] {
  const ranges: [number, number][] = []
  let open: { readonly at: number; readonly closing: string } | undefined
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (mark === '\n') open = undefined
    else if (open && index - open.at <= LONGEST && open.closing.includes(mark)) {
      ranges.push([open.at, index])
      open = undefined
    } else open = PAIRS[mark] === undefined ? open : { at: index, closing: PAIRS[mark] }
  }
  for (const { 0: line, index } of text.matchAll(/^\s{0,9}>{1,3}\s.*$/gmu))
    ranges.push([index - 1, index + line.length])
  return ranges
}
