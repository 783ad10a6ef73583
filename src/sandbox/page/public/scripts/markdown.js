import { element } from './dom.js'
import { person, state } from './state.js'

/** What a person writes with asterisks and backticks, and mentions, as elements; everything else stays text. */
export function marked(text) {
  return parts(text, RULES)
}

const RULES = [
  [/```(?:\w*\n)?([\s\S]+?)```/, ([, code]) => element('pre', {}, code)],
  [/`([^`\n]+)`/, ([, code]) => element('code', {}, code)],
  [/\*\*(.+?)\*\*/s, ([, inner]) => element('strong', {}, marked(inner))],
  [/__(.+?)__/s, ([, inner]) => element('u', {}, marked(inner))],
  [/~~(.+?)~~/s, ([, inner]) => element('s', {}, marked(inner))],
  [/\*(?!\s)(.+?)\*/s, ([, inner]) => element('em', {}, marked(inner))],
  [/(?<!\w)_(?!\s)(.+?)_(?!\w)/s, ([, inner]) => element('em', {}, marked(inner))],
  [/<@!?(\d+)>/, ([, id]) => element('span', { class: 'mention' }, `@${person(id).name}`)],
  [/<#(\d+)>/, ([, id]) => element('span', { class: 'mention' }, `#${channelName(id)}`)],
  [/<\/([^:>]+):\d+>/, ([, command]) => element('span', { class: 'mention' }, `/${command}`)],
]

function parts(text, rules) {
  const found = rules
    .map(([pattern, make]) => ({ match: pattern.exec(text), make }))
    .filter(({ match }) => match)
    .sort((one, other) => one.match.index - other.match.index)[0]
  if (!found) return text === '' ? [] : [text]
  const { match, make } = found
  const end = match.index + match[0].length
  return [...(match.index > 0 ? [text.slice(0, match.index)] : []), make(match), ...parts(text.slice(end), rules)]
}

function channelName(id) {
  return state.world.channels.find((one) => one.id === id)?.name ?? '?'
}
