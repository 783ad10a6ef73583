import { complain } from './actions.js'
import { call } from './api.js'
import { element, fill } from './dom.js'
import { loadFaults, state, voiceChannelOf } from './state.js'
import { strings } from './strings.js'

const VOICE = 2
const texts = strings.faults
/** What needs no fault of the sandbox's, only its control API. */
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

/** What can be made to go wrong: a few things in plain words, and everything, with its parameters. */
export function showFaults(everyday, all) {
  const known = EVERYDAY.map((one) => ({ ...one, fault: state.faults.find(({ name }) => name === one.name) }))
  fill(everyday, known.filter(({ fault, route }) => fault || route).map(everydayEntry))
  fill(all, state.faults.map(entry))
}

function everydayEntry({ name, fault, route }) {
  const label = texts.everyday[name]
  return element('li', {}, element('span', {}, label), control(name, label, fault, route))
}

function entry(fault) {
  const { name, summary, parameters } = fault
  const fields = Object.entries(parameters).map(([key, parameter]) => [key, field(key, parameter)])
  const given = () => Object.fromEntries(fields.map(([key, input]) => [key, givenIn(input)]))
  return element(
    'li',
    {},
    element('span', {}, element('b', {}, name), ` ${summary}`),
    control(name, summary, fault, undefined, given),
    fields.length > 0 &&
      element(
        'div',
        { class: 'parameters' },
        fields.map(([key, input]) => element('label', { title: parameters[key].summary }, key, input)),
      ),
  )
}

/** A switch for what lasts, a button for what happens once. */
function control(name, label, fault, route, given = () => ({})) {
  if (fault?.on === undefined) {
    const onclick = () => attempt(() => (route ? route() : call('POST', `/faults/${name}`, given())))
    return element(
      'button',
      { 'aria-label': `${texts.once}: ${label}`, data: { fault: name, key: label }, onclick },
      texts.once,
    )
  }
  const toggle = () =>
    attempt(() => (fault.on ? call('DELETE', `/faults/${name}`) : call('POST', `/faults/${name}`, given())))
  return element('button', {
    class: 'switch',
    role: 'switch',
    'aria-checked': String(fault.on),
    'aria-label': label,
    data: { fault: name, key: label },
    onclick: toggle,
  })
}

async function attempt(action) {
  try {
    await action()
  } catch (error) {
    complain(error.message)
  }
  await loadFaults()
}

function moveBot() {
  const here = voiceChannelOf(state.world.bot.id)
  const other = state.world.channels.find(({ id, type }) => type === VOICE && id !== here?.id)
  return call('PUT', '/bot/voice', { channel: other.id })
}

function field(key, { type, default: value, minimum, maximum }) {
  if (type === 'boolean') return element('input', { name: key, type: 'checkbox', checked: value })
  const limits = type === 'number' ? { type: 'number', min: minimum, max: maximum, step: 'any' } : {}
  return element('input', { name: key, value, ...limits })
}

function givenIn(input) {
  if (input.type === 'checkbox') return input.checked
  return input.type === 'number' ? Number(input.value) : input.value
}
