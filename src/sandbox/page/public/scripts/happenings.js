import { element, fill } from './dom.js'
import { state } from './state.js'
import { strings } from './strings.js'

const SHOWN = 12

/** What became of the bot, in plain words, the latest first. */
export function showHappenings(place) {
  const all = [...state.happenings, ...holes()].sort((one, other) => other.at - one.at)
  const sentences = all.slice(0, SHOWN).map((one) => element('li', {}, strings.happenings[one.kind](one)))
  fill(
    place,
    element('h3', {}, strings.faults.log),
    sentences.length > 0
      ? element('ol', { 'aria-live': 'polite' }, sentences)
      : element('p', { class: 'note' }, strings.faults.quiet),
  )
}

/** What a listener missed of what was said. */
function holes() {
  return [...state.utterances.values()].flatMap(({ lost = 0, lastPacket, speech, gaps }) => [
    ...(lost > 0 ? [{ kind: 'frames-lost', at: lastPacket, lost, ms: speech }] : []),
    ...(gaps.length > 0
      ? [{ kind: 'gaps', at: lastPacket, ms: Math.max(...gaps.map(({ ms }) => ms)), count: gaps.length }]
      : []),
  ])
}
