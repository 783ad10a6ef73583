import { interact } from './actions.js'
import { call } from './api.js'
import { byId, element, icon } from './dom.js'
import { icons } from './icons.js'
import { language } from './language.js'
import { sound } from './sound.js'
import { state, voiceChannelOf } from './state.js'
import { strings, wordsIn } from './strings.js'
import { showView } from './views.js'

const texts = strings.intro
/** @import { SpokenSample } from '../../words.ts' */
/** @typedef {{ label: string, command: string, said?: SpokenSample, options?: object }} Sample */

const VOICE = 2
const { samples } = strings
/** @type {Sample} */
const HELLO = { label: samples.hello, command: 'say', said: 'hello' }
/**
 * Things to try with one press. Styles are English in every language: the voices understand that or Chinese.
 *
 * @type {readonly Sample[]}
 */
const SAMPLES = [
  HELLO,
  { label: samples.whisper, command: 'say', said: 'whisper', options: { voice: 'Serena', style: 'whispering' } },
  // Each can be told apart by ear with the local voice, too.
  { label: samples.excited, command: 'say', said: 'excited', options: { voice: 'Ethan', style: 'excited and fast' } },
  { label: samples.skip, command: 'skip' },
  { label: samples.read, command: 'read here' },
]

/** What this is, and the way to hear it at once. Afterwards only the things to try stay. */
export function intro() {
  const hear = element(
    'button',
    { class: 'primary large', id: 'hear', onclick: () => run(HELLO) },
    icon(icons.play),
    texts.hear,
  )
  const ideas = element(
    'div',
    { class: 'ideas', role: 'group', 'aria-label': texts.ideas },
    element('span', { class: 'note', 'aria-hidden': 'true' }, texts.ideas),
    SAMPLES.map((sample) => element('button', { onclick: () => run(sample) }, sample.label)),
    element('button', { onclick: showFaultDrawer }, texts.breakIt),
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

  /**
   * Sound needs a press, and ears a voice channel.
   *
   * @param {Sample} sample
   */
  async function run({ command, said, options }) {
    await sound.wake()
    await enter()
    await interact('commands', { command, options: { ...(said && { text: await textOf(said) }), ...options } })
  }
}

/** On a narrow window the drawer is in another part of the page. */
function showFaultDrawer() {
  showView('sound')
  const drawer = byId('rough')
  drawer.setAttribute('open', '')
  drawer.scrollIntoView({ block: 'start' })
  drawer.querySelector('summary')?.focus()
}

/**
 * In the person's language, if the voice behind the page speaks it.
 *
 * @param {SpokenSample} sample
 */
async function textOf(sample) {
  const { words } = await wordsIn(state.facts.languages.includes(language.code) ? language.code : 'en')
  return words.spoken[sample]
}

async function enter() {
  if (voiceChannelOf(state.me)) return
  const channel = voiceChannelOf(state.world.bot.id) ?? state.world.channels.find(({ type }) => type === VOICE)
  if (channel) await call('PUT', `/people/${state.me}/voice`, { channel: channel.id })
}
