import type { Pass } from './pronunciation.ts'

/** CPU time that patterns may take on one text; after it, the text stays as it is written. */
const TEXT_MS = 8
/** RE2 cannot be interrupted, so a long text is searched in pieces of about this many characters. */
const PIECE = 300

/**
 * Patterns come from members. Each is limited in size, but many of them on a long text, edited again and again, would
 * still hold up everybody's speech: audio leaves every 20 ms from the same thread. So their time is limited too.
 */
export function boundedPass(pass: Pass, now: () => number = cpuTime): Pass {
  return (text, hold) => {
    let offset = 0
    return pieces(text)
      .map((piece) => {
        const before = offset
        offset += piece.length
        if (spent >= TEXT_MS) return piece
        const since = now()
        const done = pass(piece, (spoken, from, to) => hold(spoken, before + from, before + to))
        spent += now() - since
        return done
      })
      .join('')
  }
}

let spent = 0

/** Another text begins: its patterns have their whole time. */
export function restartPatternTime(): void {
  spent = 0
}

/** Of this thread, so that a busy machine leaves out no pattern. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Cut at spaces, so that words stay whole. */
function pieces(text: string): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > PIECE * 1.5) {
    const space = rest.slice(PIECE, PIECE * 1.5).search(/\s/)
    const end = space < 0 ? PIECE : PIECE + space
    found.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...found, rest]
}
