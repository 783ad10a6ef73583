import { element, fill } from './dom.js'
import { state } from './state.js'
import { seconds, strings } from './strings.js'

/** @import { RequestView, UtteranceView } from '@lector/sandbox' */
/**
 * What went on in one row; all in milliseconds since the beginning of its scale.
 *
 * @typedef {{ from: number, to: number, isBad?: boolean, gap?: number }} Mark
 * @typedef {{ label: string, detail?: string | false, marks: readonly Mark[], scale: number, value: string, isSpeech?: boolean }} Row
 */

const texts = strings.timeline

/**
 * The way of the last thing said, from the command to the last packet, on the sandbox's clock.
 *
 * @param {HTMLElement} place
 */
export function showTimeline(place) {
  const last = [...state.utterances.values()].findLast(({ cause }) => cause)
  const rows = last?.cause ? [...preparation(last, last.cause), ...heard(last)] : []
  fill(
    place,
    element('header', {}, element('h2', {}, texts.title), element('small', { class: 'note' }, texts.from)),
    rows.length > 0 ? element('ol', {}, rows) : element('p', { class: 'note' }, strings.utterances.none),
  )
}

/**
 * What happens before anything is heard, all on one scale.
 *
 * @param {UtteranceView} utterance
 * @param {NonNullable<UtteranceView['cause']>} cause
 */
function preparation({ freeAt, requests, firstPacket }, cause) {
  const isKept = requests.length === 0
  const spans = [
    { label: texts.accepted, from: cause.at, to: cause.acceptedAt },
    { label: texts.turn, from: cause.at, to: freeAt },
    ...requests.map((request, index) => ({
      label: texts.service,
      detail: requestDetail(request, index),
      from: request.asked,
      to: request.firstAudio ?? request.ended,
      isBad: request.state === 'refused' || request.state === 'failed',
    })),
    {
      label: texts.first,
      detail: isKept && texts.kept,
      from: Math.max(soundAt(requests) ?? cause.at, freeAt ?? cause.at),
      to: firstPacket,
    },
  ].flatMap(({ to, ...span }) => (to === undefined ? [] : [{ ...span, to }]))
  const scale = Math.max(...spans.map(({ to }) => to)) - cause.at
  return spans.map((span) => {
    const [from, to] = [span.from - cause.at, span.to - cause.at]
    return row({
      ...span,
      marks: [{ from, to, isBad: 'isBad' in span && span.isBad }],
      scale,
      value: strings.ms(Math.round(to)),
    })
  })
}

/**
 * @param {RequestView} request
 * @param {number} index
 */
function requestDetail({ state: status, status: code }, index) {
  if (status === 'refused') return texts.refused(code)
  if (status === 'failed') return texts.failed
  return texts.request(index + 1)
}

/** @param {readonly RequestView[]} requests */
function soundAt(requests) {
  return requests.find(({ firstAudio }) => firstAudio !== undefined)?.firstAudio
}

/**
 * The speech itself, on its own scale, with the holes in it.
 *
 * @param {UtteranceView} utterance
 */
function heard({ firstPacket, lastPacket, gaps, speech }) {
  if (firstPacket === undefined || lastPacket === undefined) return []
  const scale = Math.max(lastPacket - firstPacket, 1)
  const marks = [
    { from: 0, to: scale },
    ...gaps.map(({ at, ms }) => ({ from: at - firstPacket, to: at - firstPacket + ms, isBad: true, gap: ms })),
  ]
  const longest = Math.round(Math.max(...gaps.map(({ ms }) => ms)))
  const detail = gaps.length > 1 ? texts.gaps(gaps.length, longest) : gaps.length === 1 && texts.gap(longest)
  const value = `${seconds(speech)}`
  return [row({ label: texts.speech, detail, marks, scale, value, isSpeech: true })]
}

/** @param {Row} row */
function row({ label, detail, marks, scale, value, isSpeech }) {
  const bars = marks.map(({ from, to, isBad, gap }) => {
    const style = { left: percent(from / scale), width: percent((to - from) / scale) }
    return element('span', { class: [isBad && 'bad'], style, title: gap && texts.gap(Math.round(gap)) })
  })
  return element(
    'li',
    { class: isSpeech && 'speech' },
    element('span', { class: 'label' }, label, detail && element('small', {}, detail)),
    element('span', { class: 'track', 'aria-hidden': 'true' }, bars),
    element('span', { class: 'value' }, value),
  )
}

/** @param {number} share */
function percent(share) {
  return `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`
}
