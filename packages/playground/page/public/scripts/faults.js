import { attempt } from './actions.js'
import { call } from './api.js'
import { element, fill } from './dom.js'
import { loadFaults, state, voiceChannelOf } from './state.js'
import { strings } from './strings.js'

/** @import { FaultView, ParameterView } from '@lector/sandbox' */
/** @import { EverydayFault } from '../../words.ts' */
/** @typedef {{ name: EverydayFault, route?: () => Promise<unknown>, fault?: FaultView | undefined }} Everyday */

const VOICE = 2
const texts = strings.faults
/**
 * Those with a route are no faults of the sandbox's: its control API does them.
 *
 * @type {readonly Everyday[]}
 */
const EVERYDAY = [
  { name: 'speech-slow' },
  { name: 'speech-cut' },
  { name: 'speech-limited' },
  { name: 'voice-cut' },
  { name: 'media-loss' },
  { name: 'kick', route: () => call('DELETE', '/bot/voice') },
  { name: 'move', route: moveBot },
  { name: 'gateway-reconnect' },
]

/**
 * What can be made to go wrong: a few things in plain words, and everything, with its parameters.
 *
 * @param {HTMLElement} everyday
 * @param {HTMLElement} all
 */
export function showFaults(everyday, all) {
  const known = EVERYDAY.map((one) => ({ ...one, fault: state.faults.find(({ name }) => name === one.name) }))
  fill(everyday, known.filter(({ fault, route }) => fault || route).map(everydayEntry))
  fill(all, state.faults.map(entry))
}

/** @param {Everyday} everyday */
function everydayEntry({ name, fault, route }) {
  const label = texts.everyday[name]
  return element('li', {}, element('span', {}, label), control(name, label, fault, route))
}

/** @param {FaultView} fault */
function entry(fault) {
  const { name, summary, parameters } = fault
  const fields = Object.entries(parameters).map(([key, parameter]) => ({
    key,
    parameter,
    input: field(key, parameter),
  }))
  const given = () => Object.fromEntries(fields.map(({ key, input }) => [key, givenIn(input)]))
  return element(
    'li',
    {},
    // The sandbox describes them in English alone.
    element('span', { lang: 'en' }, element('b', {}, name), ` ${summary}`),
    control(name, summary, fault, undefined, given),
    fields.length > 0 &&
      element(
        'div',
        { class: 'parameters' },
        fields.map(({ key, parameter, input }) => element('label', { title: parameter.summary }, key, input)),
      ),
  )
}

/**
 * A switch for what lasts, a button for what happens once.
 *
 * @param {string} name
 * @param {string} label
 * @param {FaultView | undefined} fault
 * @param {(() => Promise<unknown>) | undefined} route
 * @param {() => object} [given] the parameters
 */
function control(name, label, fault, route, given = () => ({})) {
  if (fault?.on === undefined) {
    const onclick = () => change(() => (route ? route() : call('POST', `/faults/${name}`, given())))
    return element(
      'button',
      { 'aria-label': `${texts.once}: ${label}`, data: { fault: name, key: label }, onclick },
      texts.once,
    )
  }
  const toggle = () =>
    change(() => (fault.on ? call('DELETE', `/faults/${name}`) : call('POST', `/faults/${name}`, given())))
  return element('button', {
    class: 'switch',
    role: 'switch',
    'aria-checked': String(fault.on),
    'aria-label': label,
    data: { fault: name, key: label },
    onclick: toggle,
  })
}

/** @param {() => Promise<unknown>} action */
async function change(action) {
  await attempt(action)
  await loadFaults()
}

async function moveBot() {
  const here = voiceChannelOf(state.world.bot.id)
  const other = state.world.channels.find(({ id, type }) => type === VOICE && id !== here?.id)
  if (other) await call('PUT', '/bot/voice', { channel: other.id })
}

/**
 * @param {string} key
 * @param {ParameterView} parameter
 */
function field(key, parameter) {
  const { type, default: value } = parameter
  if (type === 'boolean') return element('input', { name: key, type: 'checkbox', checked: value })
  if (type === 'text') return element('input', { name: key, value })
  const { minimum, maximum } = parameter
  return element('input', { name: key, value, type: 'number', min: minimum, max: maximum, step: 'any' })
}

/** @param {HTMLInputElement} input */
function givenIn(input) {
  if (input.type === 'checkbox') return input.checked
  return input.type === 'number' ? Number(input.value) : input.value
}
