import { element, fill, svg } from './dom.js'
import { state } from './state.js'
import { strings } from './strings.js'
import { firstSoundOf } from './utterances.js'

const texts = strings.chart
const SHOWN = 30
const WIDTH = 320
const HEIGHT = 64

/** @typedef {{ words: string, ms: number }} Timed */

/**
 * How long each first sound took, over the run, with the median.
 *
 * @param {HTMLElement} place
 */
export function showChart(place) {
  const timed = [...state.utterances.values()]
    .flatMap((one) => {
      const ms = firstSoundOf(one)
      return ms === undefined ? [] : [{ words: one.words, ms }]
    })
    .slice(-SHOWN)
  const median = medianOf(timed.map(({ ms }) => ms))
  place.hidden = timed.length < 2
  if (median === undefined || place.hidden) return
  fill(
    place,
    element(
      'header',
      {},
      element('h2', {}, texts.title),
      element('small', { class: 'note' }, texts.summary(median, timed.length)),
    ),
    drawing(timed, median),
  )
}

/**
 * @param {readonly Timed[]} timed
 * @param {number} median
 */
function drawing(timed, median) {
  const highest = Math.max(...timed.map(({ ms }) => ms))
  /** @param {number} ms */
  const y = (ms) => HEIGHT - (ms / highest) * (HEIGHT - 4)
  const step = WIDTH / Math.max(timed.length, 12)
  const bars = timed.map(({ ms, words }, index) => {
    const box = { x: index * step + 1, y: y(ms), width: step - 2, height: HEIGHT - y(ms), rx: 2 }
    return svg('rect', box, svg('title', {}, `${strings.ms(ms)}: ${words}`))
  })
  const line = svg('line', { x1: 0, x2: WIDTH, y1: y(median), y2: y(median) })
  const attributes = {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': `${texts.title}: ${texts.summary(median, timed.length)}`,
    preserveAspectRatio: 'none',
  }
  return svg('svg', attributes, ...bars, line)
}

/** @param {readonly number[]} numbers */
function medianOf(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}
