import { element, fill } from './dom.js'
import { state } from './state.js'
import { seconds, strings } from './strings.js'

const texts = strings.timeline

/** The way of the last thing said, from the command to the last packet, on the sandbox's clock. */
export function showTimeline(place) {
  const last = [...state.utterances.values()].findLast(({ cause }) => cause)
  const rows = last ? [...preparation(last), ...heard(last)] : []
  fill(
    place,
    element('header', {}, element('h2', {}, texts.title), element('small', { class: 'note' }, texts.from)),
    rows.length > 0 ? element('ol', {}, rows) : element('p', { class: 'note' }, strings.utterances.none),
  )
}

/** What happens before anything is heard, all on one scale. */
function preparation({ cause, freeAt, requests, firstPacket }) {
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
  ].filter(({ to }) => to !== undefined)
  const scale = Math.max(...spans.map(({ to }) => to)) - cause.at
  return spans.map((span) => {
    const [from, to] = [span.from - cause.at, span.to - cause.at]
    return row({ ...span, marks: [{ from, to, isBad: span.isBad }], scale, value: strings.ms(Math.round(to)) })
  })
}

function requestDetail({ state: status, status: code }, index) {
  if (status === 'refused') return texts.refused(code)
  if (status === 'failed') return texts.failed
  return texts.request(index + 1)
}

function soundAt(requests) {
  return requests.find(({ firstAudio }) => firstAudio !== undefined)?.firstAudio
}

/** The speech itself, on its own scale, with the holes in it. */
function heard({ cause, firstPacket, lastPacket, gaps, speech }) {
  if (firstPacket === undefined) return []
  const scale = Math.max(lastPacket - firstPacket, 1)
  const marks = [
    { from: 0, to: scale },
    ...gaps.map(({ at, ms }) => ({ from: at - firstPacket, to: at - firstPacket + ms, isBad: true, ms })),
  ]
  const longest = Math.round(Math.max(...gaps.map(({ ms }) => ms)))
  const detail = gaps.length > 1 ? texts.gaps(gaps.length, longest) : gaps.length === 1 && texts.gap(longest)
  const value = `${seconds(speech)}`
  return [row({ label: texts.speech, detail, marks, scale, value, isSpeech: true, from: firstPacket - cause.at })]
}

function row({ label, detail, marks, scale, value, isSpeech }) {
  const bars = marks.map(({ from, to, isBad, ms }) => {
    const style = { left: percent(from / scale), width: percent((to - from) / scale) }
    return element('span', { class: [isBad && 'bad'], style, title: ms && texts.gap(Math.round(ms)) })
  })
  return element(
    'li',
    { class: isSpeech && 'speech' },
    element('span', { class: 'label' }, label, detail && element('small', {}, detail)),
    element('span', { class: 'track', 'aria-hidden': 'true' }, bars),
    element('span', { class: 'value' }, value),
  )
}

function percent(share) {
  return `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`
}
