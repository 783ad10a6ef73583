import { element, fill, icon } from './dom.js'
import { icons } from './icons.js'
import { sound } from './sound.js'
import { person, state, voiceChannelOf } from './state.js'
import { strings } from './strings.js'

const texts = strings.sound

/** Volume, mute, level and delay of what is heard at this tab. */
export function soundPanel() {
  const where = element('p', { class: 'note' })
  const mute = element('button', { class: 'round', onclick: pressed })
  const volume = element('input', {
    type: 'range',
    min: 0,
    max: 1,
    step: 0.01,
    value: sound.volume,
    'aria-label': texts.volume,
    oninput: ({ currentTarget }) => {
      sound.volume = Number(currentTarget.value)
    },
  })
  const bar = element('span')
  const meter = element('div', { class: 'meter', role: 'meter', 'aria-label': texts.level, 'aria-valuemin': 0 }, bar)
  const delay = element('p', { class: 'delay' })
  const engine = element('p', { class: 'note engine' })
  const panel = element(
    'div',
    { class: 'card hearing' },
    element('header', {}, element('h2', {}, texts.title), where),
    element('div', { class: 'controls' }, mute, volume, meter),
    delay,
    engine,
  )
  sound.addEventListener('change', show)
  requestAnimationFrame(draw)
  return { panel, showWhere, showEngine }

  async function pressed() {
    if (sound.status === 'sleeping') await sound.wake()
    else sound.isMuted = !sound.isMuted
    show()
  }

  function show() {
    const isOn = sound.status === 'awake' && !sound.isMuted
    const label = sound.status === 'sleeping' ? strings.intro.turnOn : isOn ? texts.mute : texts.unmute
    if (mute.getAttribute('aria-label') !== label) {
      mute.setAttribute('aria-label', label)
      fill(mute, icon(isOn ? icons.sound : icons.muted))
    }
    const words = [
      sound.delay === undefined ? texts.delayUnknown : texts.delay(sound.delay),
      ...(sound.holes > 0 ? [texts.holes(sound.holes)] : []),
    ]
    delay.textContent = words.join(' · ')
    Object.assign(panel.dataset, { played: sound.played, holes: sound.holes, delay: sound.delay ?? '' })
  }

  function draw() {
    const level = decibelShare(sound.level())
    bar.style.setProperty('inline-size', `${Math.round(level * 100)}%`)
    meter.setAttribute('aria-valuenow', level.toFixed(2))
    requestAnimationFrame(draw)
  }

  function showWhere() {
    const channel = voiceChannelOf(state.me)
    where.textContent = channel ? texts.as(person(state.me).name, channel.name) : texts.nowhere
    show()
  }

  /** Which engine speaks, what that costs, and what it has cost. */
  function showEngine() {
    const { engine: id, prices } = state.facts
    const costs = Object.entries(prices).map(([model, dollars]) => texts.price(model, dollars))
    const said = ENGINES[id] ?? texts.otherEngine(id)
    const all = [...state.utterances.values()]
    const characters = all.reduce((sum, one) => sum + one.characters, 0)
    const dollars = all.reduce(
      (sum, one) => sum + (one.characters * (prices[one.model ?? ''] ?? 0)) / PRICED_CHARACTERS,
      0,
    )
    const spent = costs.length > 0 && characters > 0 ? [texts.spent(characters, dollars.toFixed(4))] : []
    engine.textContent = [said, ...costs, ...spent].join(' ')
  }
}

/** @type {Readonly<Record<string, string>>} */
const ENGINES = {
  local: texts.local,
  dashscope: texts.dashscope,
  'dashscope-realtime': texts.dashscope,
  openai: texts.openai,
}
const PRICED_CHARACTERS = 10_000
/** What a meter shows: 48 dB below full scale are nothing. */
const RANGE = 48

/** @param {number} peak */
function decibelShare(peak) {
  return peak === 0 ? 0 : Math.max(0, 1 + (20 * Math.log10(peak)) / RANGE)
}
