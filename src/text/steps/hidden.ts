import type { Scene, Step } from '../context.ts'

/**
 * Replaces code and spoilers and resolves backslashes, in one walk from left to right as Discord's clients do: whichever
 * opens first wins. Looking for code first and for spoilers afterwards would read a secret aloud in
 * "||a ` b|| c `".
 */
export const hidden: Step = (text, scene) => {
  if (!/[`|\\]/.test(text)) return text
  const { spoken, spoilers, openBars } = walk(text, scene)
  return (spoilers && openBars) || marksInLink(text) ? hideFromFirstToLast(text, scene, spoken) : spoken
}

function walk(text: string, scene: Scene) {
  const closings = codeClosings(text)
  let spoken = ''
  let spoilers = false
  let openBars = false
  for (let at = 0; at < text.length; ) {
    const mark = text[at]
    const spoiler = mark === '|' ? spoilerEnd(text, at) : undefined
    const code = closings.get(at)
    if (spoiler !== undefined) {
      spoken += scene.slots.hold({ kind: 'spoiler', spoken: '' })
      spoilers = true
      at = spoiler
    } else if (mark === '`') {
      if (code) spoken += holdCode(text.slice(code.from, code.to), code.block, scene)
      at = code?.end ?? at + 1
    } else if (mark === '\\') {
      const escaped = escapable.test(text.charAt(at + 1))
      spoken += escaped ? holdEscaped(text.charAt(at + 1), scene) : between(text, at)
      at += escaped ? 2 : 1
    } else {
      openBars ||= mark === '|' && text[at + 1] === '|'
      const end = nextMark(text, at + 1)
      spoken += text.slice(at, end)
      at = end
    }
  }
  return { spoken, spoilers, openBars }
}

/**
 * Bars that pair up differently than in Discord would swap inside and outside. If that may have happened, everything
 * between the first and the last bars is hidden.
 */
function hideFromFirstToLast(text: string, scene: Scene, otherwise: string): string {
  const first = text.indexOf('||')
  const last = text.lastIndexOf('||')
  if (last < first + 2) return otherwise
  const secret = scene.slots.hold({ kind: 'spoiler', spoken: '' })
  return walk(text.slice(0, first), scene).spoken + secret + walk(text.slice(last + 2), scene).spoken
}

/** Discord lets a link swallow bars and backticks, so they open nothing there. */
function marksInLink(text: string): boolean {
  return Array.from(text.matchAll(anyLink)).some(([link]) => !/^[|`]/.test(link) && /\|\||`/.test(link))
}

const anyLink = /[|`]?https?:\/\/[^\s<]+|\[[^[\]\n]*\]\(\S*/g

/** Where the spoiler that opens here ends. It holds at least one character, which may itself be a bar. */
function spoilerEnd(text: string, at: number): number | undefined {
  if (text[at + 1] !== '|') return undefined
  const close = text.indexOf('||', at + 3)
  return close < 0 ? undefined : close + 2
}

/** A word, a command, a key or a number in backticks is what the writer wants to be heard; longer code is announced. */
function holdCode(source: string, block: boolean, { slots }: Scene): string {
  const words = source.trim()
  return !block && isSayable(words)
    ? slots.hold({ kind: 'words', spoken: words.replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, ' ') })
    : slots.hold({ kind: 'code', spoken: '' })
}

function isSayable(source: string): boolean {
  if (source.length > LONGEST_SAID || !/[\p{L}\p{N}]/u.test(source)) return false
  return plainWords.test(source) || (source.split(/\s+/u).length <= MOST_TOKENS && sayable.test(source))
}

const LONGEST_SAID = 40
/** `git push origin` is a command; more is a program. */
const MOST_TOKENS = 3

const plainWords = /^\p{L}[\p{L}\p{M}\p{Nd} .'-]*$/u
const sayable = /^[\p{L}\p{M}\p{N}/#+.,:_'’"@$€£%°!?\- ]+(?:\(\))?$/u

/** Only what Discord's Markdown gives a meaning; `\<@1>` is still a mention to the ear. */
const escapable = /[*_~`|>\\-]/

/** An escaped mark is shown as it is; only those that may be part of a word are kept for speech. */
function holdEscaped(mark: string, { slots }: Scene): string {
  return /[_>-]/.test(mark) ? slots.hold({ kind: 'exact', spoken: mark }) : ''
}

/** A backslash between words separates them (`C:\\Users`); any other is dropped. */
function between(text: string, at: number): string {
  return /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) ? ' ' : ''
}

interface Closing {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly block: boolean
}

/** Maps each run of backticks that opens code to where it closes. Read from the end, so every run is seen once. */
function codeClosings(text: string): Map<number, Closing> {
  const closings = new Map<number, Closing>()
  const nextOfLength = new Map<number, number>()
  let nextFence: number | undefined
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    if (run.length >= 3 && nextFence !== undefined) {
      closings.set(index, { from: index + 3, to: nextFence, end: nextFence + 3, block: true })
    } else {
      // A run without a partner of its own length is shorter than it looks, and begins with a literal backtick.
      let length = run.length
      while (length > 0 && !nextOfLength.has(length)) length--
      const to = nextOfLength.get(length)
      if (to !== undefined) closings.set(index, { from: index + length, to, end: to + length, block: false })
    }
    nextOfLength.set(run.length, index)
    if (run.length >= 3) nextFence = index
  }
  return closings
}

function nextMark(text: string, from: number): number {
  anyMark.lastIndex = from
  return anyMark.exec(text)?.index ?? text.length
}

const anyMark = /[`|\\]/g
