import { element } from './dom.js'
import { channelName, person } from './state.js'

/** @import { Shown } from './dom.js' */

/**
 * What a person writes with asterisks and backticks, and mentions, as elements; everything else stays text.
 *
 * @param {string} text
 */
export function marked(text) {
  return parts(text, RULES)
}

/** @type {readonly [pattern: RegExp, make: (inner: string) => HTMLElement][]} */
const RULES = [
  [/```(?:\w*\n)?([\s\S]+?)```/, (code) => element('pre', {}, code)],
  [/`([^`\n]+)`/, (code) => element('code', {}, code)],
  [/\*\*(.+?)\*\*/s, (inner) => element('strong', {}, marked(inner))],
  [/__(.+?)__/s, (inner) => element('u', {}, marked(inner))],
  [/~~(.+?)~~/s, (inner) => element('s', {}, marked(inner))],
  [/\*(?!\s)(.+?)\*/s, (inner) => element('em', {}, marked(inner))],
  [/(?<!\w)_(?!\s)(.+?)_(?!\w)/s, (inner) => element('em', {}, marked(inner))],
  [/<@!?(\d+)>/, (id) => element('span', { class: 'mention' }, `@${person(id).name}`)],
  [/<#(\d+)>/, (id) => element('span', { class: 'mention' }, `#${channelName(id)}`)],
  [/<\/([^:>]+):\d+>/, (command) => element('span', { class: 'mention' }, `/${command}`)],
]

/**
 * @param {string} text
 * @param {typeof RULES} rules
 * @returns {Shown[]}
 */
function parts(text, rules) {
  const [first] = rules
    .flatMap(([pattern, make]) => {
      const match = pattern.exec(text)
      return match ? [{ at: match.index, whole: match[0], inner: match[1] ?? '', make }] : []
    })
    .sort((one, other) => one.at - other.at)
  if (!first) return text === '' ? [] : [text]
  const { at, whole, inner, make } = first
  return [...(at > 0 ? [text.slice(0, at)] : []), make(inner), ...parts(text.slice(at + whole.length), rules)]
}
