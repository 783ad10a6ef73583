import { element, fill } from './dom.js'
import { state } from './state.js'
import { later, seconds, strings } from './strings.js'

/** @import { TimelineEntry } from '@lector/sandbox' */
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
export function showConnectionLog(place) {
  const all = [...state.connectionLog, ...holes()].sort((one, other) => other.at - one.at)
  const sentences = all.slice(0, SHOWN).map((one) => element('li', {}, sentence(one)))
  fill(
    place,
    element('h3', {}, strings.faults.log),
    sentences.length > 0
      ? element('ol', { 'aria-live': 'polite' }, sentences)
      : element('p', { class: 'note' }, strings.faults.quiet),
  )
}

/** @param {TimelineEntry | Hole} entry */
function sentence(entry) {
  const texts = strings.connectionLog
  switch (entry.kind) {
    case 'voice-lost':
      return entry.code === WITHOUT_A_WORD ? texts.voiceLostSilently() : texts.voiceLost(entry.code)
    case 'voice-resumed':
      return texts.voiceResumed(later(entry.after))
    case 'voice-rejoined':
      return texts.voiceRejoined(later(entry.after))
    case 'bot-entered':
      return texts.botEntered(entry.channel)
    case 'bot-moved':
      return texts.botMoved(entry.channel)
    case 'bot-left':
      return texts.botLeft(entry.channel)
    case 'gateway-lost':
      return texts.gatewayLost()
    case 'gateway-resumed':
      return texts.gatewayResumed(later(entry.after))
    case 'gateway-identified':
      return texts.gatewayIdentified(later(entry.after))
    case 'speech-refused':
      return texts.speechRefused(entry.status)
    case 'speech-broken':
      return texts.speechBroken()
    case 'speech-again':
      return texts.speechAgain(later(entry.after))
    case 'frames-lost':
      return texts.framesLost(entry.count, seconds(entry.ms))
    case 'gaps':
      return entry.count === 1 ? texts.gap(Math.round(entry.ms)) : texts.gaps(entry.count, Math.round(entry.ms))
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
