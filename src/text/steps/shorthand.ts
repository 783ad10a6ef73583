import type { Step } from '../context.ts'
import { quotationsIn } from '../quotations.ts'
import { SHORTHAND, type Shorthand } from '../shorthand.ts'

/**
 * Chat shorthand of the server's language in full: "brb" is "be right back". Where something else may be meant, the words
 * stay: inside a longer word, beside a number, in another case than people write it, and in quotes.
 */
export const shorthand: Step = (text, { context: { expandShorthand, language } }) => {
  if (!expandShorthand) return text
  const known = SHORTHAND[language]
  const laughed = language === 'ja' ? laughing(text) : text
  const quoted = quotationsIn(laughed)
  return laughed.replace(words, (word, at: number) => {
    const said = meaning(word, at, laughed, known)
    return said === undefined || quoted(at) ? word : said
  })
}

/** Whole words; not in addresses, names, compounds, units and fractions, and not before a full stop inside a word. */
const words =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}@#/_'’\\&+$€:-])(?<!(?<!\.)\.)[\p{Script=Latin}\p{N}]+(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}@/_'’\\&+=-]|\.[\p{L}\p{N}])|(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}@#/_'’\\&+:-])(?<!(?<!\.)\.)\p{Script=Cyrillic}+(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}@/_'’\\&+=-]|\.[\p{L}\p{N}])/gu

/** Laughter in Japanese: "すごいw", "www". "W杯" and "Wキー" are capitals, and "wを押す" is a key. */
function laughing(text: string): string {
  const quoted = quotationsIn(text)
  return text.replace(laughingW, (laughter, at: number) => (quoted(at) ? laughter : '笑'))
}

const laughingW =
  /(?<!\p{N}\s?)(?<![\p{Script=Latin}\p{N}\p{M}@#/._'’\\&+$€:-])(?:w+(?=$|[\s。、！？!?…)）」』\u{F0000}-\u{FFFFD}])|w{2,}(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]))/gu

function meaning(word: string, at: number, text: string, known: Shorthand): string | undefined {
  const key = word.toLowerCase()
  const { anywhere, alone = {}, abbreviations = {}, beforeWord = {}, opening = {}, inCapitals = [] } = known
  if (![anywhere, alone, abbreviations, beforeWord, opening].some((list) => Object.hasOwn(list, key))) return undefined
  const before = text.slice(Math.max(0, at - NEARBY), at)
  const after = text.slice(at + word.length, at + word.length + NEARBY)
  if (numberBefore.test(before) || numberAfter.test(after)) return undefined
  const capital = key.length >= 3 && word === key[0]!.toUpperCase() + key.slice(1) && sentenceBefore.test(before)
  if (word !== key && !capital && !(inCapitals.includes(key) && word === key.toUpperCase())) return undefined
  if (Object.hasOwn(anywhere, key)) return /^:\s/.test(after) && key.length < 3 ? undefined : anywhere[key]
  if (Object.hasOwn(abbreviations, key)) return after.startsWith('.') ? undefined : abbreviations[key]
  const opens = clauseBefore.test(before)
  if (Object.hasOwn(alone, key) && opens && clauseAfter.test(after)) return alone[key]
  if (Object.hasOwn(beforeWord, key) && wordAfter.test(after) && !aloneBefore.test(before)) return beforeWord[key]
  return Object.hasOwn(opening, key) && opens && wordAfter.test(after) ? opening[key] : undefined
}

const NEARBY = 12
const numberBefore = /\p{N}[.,%]?\s*$/u
const numberAfter = /^\s*\p{N}/u
const sentenceBefore = /(?:^|[\n!?…]|\p{Ll}{4}\.)\s*$/u
const clauseBefore = /(?:^|[\n.,;:!?…(—–\u{F0000}-\u{FFFFD}])\s*$/u
const clauseAfter = /^\s*(?:$|[\n.,;!?…)—–\u{F0000}-\u{FFFFD}])/u
const wordAfter = /^\s+\p{L}/u
/** "p e q são primos", "la letra q": one letter among others. */
const aloneBefore = /(?:(?:^|[\s(])\p{L}|letra|tecla|variable|variável|tasto|lettera|клавиша|буква)\s+$/iu
