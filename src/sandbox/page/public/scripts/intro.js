import { interact } from './actions.js'
import { call } from './api.js'
import { element, icon } from './dom.js'
import { icons } from './icons.js'
import { language } from './language.js'
import { sound } from './sound.js'
import { state, voiceChannelOf } from './state.js'
import { strings, wordsIn } from './strings.js'

const texts = strings.intro
const VOICE = 2
/** Things to try with one press. Styles are English in every language: the voices understand that or Chinese. */
const SAMPLES = [
  { name: 'hello', command: 'say', options: {} },
  { name: 'whisper', command: 'say', options: { voice: 'Serena', style: 'whispering' } },
  { name: 'commentate', command: 'say', options: { voice: 'Ethan', style: 'like a sports commentator' } },
  { name: 'skip', command: 'skip' },
  { name: 'read', command: 'read here' },
]

/** What this is, and the way to hear it at once. Afterwards only the things to try stay. */
export function intro() {
  const [first] = SAMPLES
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
    SAMPLES.map((sample) => element('button', { onclick: () => run(sample) }, strings.samples[sample.name])),
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
  async function run({ name, command, options }) {
    await sound.wake()
    await enter()
    await interact('commands', { command, ...(options && { options: { text: await spoken(name), ...options } }) })
  }
}

/** In the person's language, if the voice behind the page speaks it. */
async function spoken(name) {
  const { words } = await wordsIn(state.facts.languages.includes(language.code) ? language.code : 'en')
  return words.spoken[name]
}

async function enter() {
  if (voiceChannelOf(state.me)) return
  const channel = voiceChannelOf(state.world.bot.id) ?? state.world.channels.find(({ type }) => type === VOICE)
  await call('PUT', `/people/${state.me}/voice`, { channel: channel.id })
}
