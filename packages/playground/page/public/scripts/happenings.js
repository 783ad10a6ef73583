import { element, fill } from './dom.js'
import { state } from './state.js'
import { later, seconds, strings } from './strings.js'

/** @import { Happening } from '@lector/sandbox' */
/**
 * What a listener missed of what was said.
 *
 * @typedef {{ at: number, ms: number, count: number, kind: 'frames-lost' | 'gaps' }} Hole
 */

const SHOWN = 12
/** The close code of a WebSocket that ended without one (RFC 6455, 7.1.5). */
const WITHOUT_A_WORD = 1006

/**
 * What became of the bot, in plain words, the latest first.
 *
 * @param {HTMLElement} place
 */
export function showHappenings(place) {
  const all = [...state.happenings, ...holes()].sort((one, other) => other.at - one.at)
  const sentences = all.slice(0, SHOWN).map((one) => element('li', {}, sentence(one)))
  fill(
    place,
    element('h3', {}, strings.faults.log),
    sentences.length > 0
      ? element('ol', { 'aria-live': 'polite' }, sentences)
      : element('p', { class: 'note' }, strings.faults.quiet),
  )
}

/** @param {Happening | Hole} happening */
function sentence(happening) {
  const texts = strings.happenings
  switch (happening.kind) {
    case 'voice-lost':
      return happening.code === WITHOUT_A_WORD ? texts.voiceLostSilently() : texts.voiceLost(happening.code)
    case 'voice-resumed':
      return texts.voiceResumed(later(happening.after))
    case 'voice-rejoined':
      return texts.voiceRejoined(later(happening.after))
    case 'bot-entered':
      return texts.botEntered(happening.channel)
    case 'bot-moved':
      return texts.botMoved(happening.channel)
    case 'bot-left':
      return texts.botLeft(happening.channel)
    case 'gateway-lost':
      return texts.gatewayLost()
    case 'gateway-resumed':
      return texts.gatewayResumed(later(happening.after))
    case 'gateway-identified':
      return texts.gatewayIdentified(later(happening.after))
    case 'speech-refused':
      return texts.speechRefused(happening.status)
    case 'speech-broken':
      return texts.speechBroken()
    case 'speech-again':
      return texts.speechAgain(later(happening.after))
    case 'frames-lost':
      return texts.framesLost(happening.count, seconds(happening.ms))
    case 'gaps':
      return happening.count === 1
        ? texts.gap(Math.round(happening.ms))
        : texts.gaps(happening.count, Math.round(happening.ms))
  }
}

/** @returns {Hole[]} */
function holes() {
  return [...state.utterances.values()].flatMap(({ lost = 0, lastPacket: at, speech, gaps }) => {
    if (at === undefined) return []
    const longest = Math.max(...gaps.map(({ ms }) => ms))
    return [
      ...(lost > 0 ? [{ kind: /** @type {const} */ ('frames-lost'), at, ms: speech, count: lost }] : []),
      ...(gaps.length > 0 ? [{ kind: /** @type {const} */ ('gaps'), at, ms: longest, count: gaps.length }] : []),
    ]
  })
}
