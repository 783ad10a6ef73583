import { attempt } from './actions.js'
import { call } from './api.js'
import { element, fill } from './dom.js'
import { loadMood, state } from './state.js'
import { strings } from './strings.js'

/** @import { MoodView } from '@lector/sandbox' */

const texts = strings.faults
/**
 * The bot here speaks with DashScope, so its moods come first. Names of products are not translated.
 *
 * @type {readonly (readonly [server: MoodView['server'], label: string])[]}
 */
const SERVERS = [
  ['dashscope', 'DashScope'],
  ['openai', 'OpenAI API'],
  ['wyoming', 'Wyoming'],
  ['voicevox', 'VOICEVOX'],
]

/**
 * A select for the server that the speech service behaves like, and what a client of it meets.
 *
 * @param {HTMLElement} place
 */
export function showMood(place) {
  const chosen = state.moods.find(({ name }) => name === state.mood)
  const select = element(
    'select',
    { 'aria-label': texts.server, data: { key: 'mood' }, onchange: ({ currentTarget }) => choose(currentTarget.value) },
    element('option', { value: '', selected: !chosen }, texts.usualServer),
    SERVERS.map(([server, label]) => element('optgroup', { label }, optionsOf(server))),
  )
  fill(place, [
    element('label', {}, element('span', {}, texts.server), select),
    element('p', { class: 'note' }, texts.serverHint),
    // The sandbox describes them in English alone.
    chosen && element('p', { class: 'note', lang: 'en' }, chosen.summary),
  ])
}

/** @param {MoodView['server']} server */
function optionsOf(server) {
  const moods = state.moods.filter((mood) => mood.server === server)
  return moods.map(({ name, summary }) =>
    element('option', { value: name, title: summary, selected: name === state.mood }, name),
  )
}

/** @param {string} name */
async function choose(name) {
  await attempt(() => (name === '' ? call('DELETE', '/speech/mood') : call('PUT', '/speech/mood', { mood: name })))
  await loadMood()
}
