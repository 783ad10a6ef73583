import { act } from './actions.js'
import { call } from './api.js'
import { element, icon } from './dom.js'
import { icons } from './icons.js'
import { sound } from './sound.js'
import { state, voiceChannelOf } from './state.js'
import { strings } from './strings.js'

const texts = strings.intro
const VOICE = 2

/** What this is, and the way to hear it at once. Afterwards only the things to try stay. */
export function intro() {
  const [first] = strings.samples
  const hear = element(
    'button',
    { class: 'primary large', id: 'hear', onclick: () => run(first) },
    icon(icons.play),
    texts.hear,
  )
  const ideas = element(
    'div',
    { class: 'ideas', role: 'group', 'aria-label': texts.ideas },
    element('span', { class: 'note', 'aria-hidden': 'true' }, texts.ideas),
    strings.samples.map((sample) => element('button', { onclick: () => run(sample) }, sample.label)),
  )
  const place = element(
    'section',
    { class: 'intro' },
    element('div', { class: 'words' }, element('h2', {}, texts.title), element('p', {}, texts.what)),
    hear,
    element('p', { class: 'note' }, texts.where),
    ideas,
  )
  sound.addEventListener('change', () => place.classList.toggle('heard', sound.status === 'awake'))
  return place

  /** Sound needs a press, and ears a voice channel. */
  async function run({ command, options }) {
    await sound.wake()
    await enter()
    await act('commands', { command, ...(options && { options }) })
  }
}

async function enter() {
  if (voiceChannelOf(state.me)) return
  const channel = voiceChannelOf(state.world.bot.id) ?? state.world.channels.find(({ type }) => type === VOICE)
  await call('PUT', `/people/${state.me}/voice`, { channel: channel.id })
}
