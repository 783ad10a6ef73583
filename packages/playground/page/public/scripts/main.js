import { call, follow } from './api.js'
import { showChart } from './chart.js'
import { composer } from './composer.js'
import { showConnectionLog } from './connection-log.js'
import { keepAtEnd, keepInteraction, keepMessage, showConversation } from './conversation.js'
import { byId, element } from './dom.js'
import { showFaults } from './faults.js'
import { intro } from './intro.js'
import { showServer, showSpeaking } from './server.js'
import { sound } from './sound.js'
import { soundPanel } from './sound-panel.js'
import { showMood } from './speech-mood.js'
import * as store from './state.js'
import { strings } from './strings.js'
import { showTimeline } from './timeline.js'
import { showUtterances } from './utterances.js'
import { views } from './views.js'

/** @import { APIMessage } from 'discord-api-types/v10' */
/** @import { TimelineEntry, InteractionView, UtteranceView } from '@lector/sandbox' */

const { state, on, changed } = store

/** Milliseconds. */
const SPEECH_CHECK = 200

const log = element('div', { class: 'log', role: 'log', 'aria-label': strings.chat.log, tabindex: '0' })
const hearing = soundPanel()
const parts = {
  utterances: element('ol'),
  timeline: element('div', { class: 'card timeline' }),
  chart: element('div', { class: 'card chart', hidden: true }),
  faults: element('ul'),
  allFaults: element('ul'),
  mood: element('div', { class: 'mood' }),
  connectionLog: element('div', { class: 'connection-log' }),
}

const lost = element('p', { class: 'lost', role: 'alert', hidden: true }, strings.lost)

byId('views').setAttribute('aria-label', strings.parts)
byId('views').append(...views())
document.body.append(lost)
byId('chat').append(
  element('header', {}, element('h2', {}, element('span', { 'aria-hidden': 'true' }, '# '), 'general')),
  intro(),
  log,
  composer(),
)
byId('sound').setAttribute('aria-label', strings.sound.title)
byId('sound').append(
  hearing.panel,
  element('div', { class: 'card said' }, element('h2', {}, strings.utterances.title), parts.utterances),
  element(
    'details',
    { class: 'details', id: 'details' },
    element('summary', {}, element('h2', {}, strings.sound.details)),
    parts.timeline,
    parts.chart,
  ),
  element(
    'details',
    { class: 'card rough', id: 'rough' },
    element('summary', {}, element('h2', {}, strings.faults.title)),
    element('p', { class: 'note' }, strings.faults.hint),
    parts.faults,
    parts.mood,
    parts.connectionLog,
    element('details', { class: 'all' }, element('summary', {}, strings.faults.all), parts.allFaults),
  ),
)

on(['world', 'me'], () => showServer(byId('server')))
on(['world', 'me'], hearing.showWhere)
on('me', () => sound.listen(state.me))
on('speaking', () => showSpeaking(byId('server')))
on(['conversation', 'world'], () => showConversation(log))
on('utterances', () => {
  showUtterances(parts.utterances)
  showTimeline(parts.timeline)
  showChart(parts.chart)
  hearing.showEngine()
})
on(['utterances', 'connectionLog'], () => showConnectionLog(parts.connectionLog))
on('mood', () => showMood(parts.mood))
on('faults', () => showFaults(parts.faults, parts.allFaults))

keepAtEnd(log)
sound.addEventListener('change', noticeSpeech)
setInterval(noticeSpeech, SPEECH_CHECK)

follow(
  {
    'message-created': keepSent,
    'message-updated': keepSent,
    'message-deleted': ({ message }) => {
      state.messages.delete(message.id)
      changed('conversation')
    },
    interaction: (/** @type {InteractionView} */ interaction) => {
      if (interaction.kind === 'choices') return
      keepInteraction(interaction)
      changed('conversation')
    },
    utterance: (/** @type {UtteranceView} */ utterance) => {
      state.utterances.set(utterance.id, utterance)
      changed('utterances')
      // Faults that count requests or packets may be over now.
      if (byId('rough').hasAttribute('open')) void store.loadFaults()
    },
    timeline: (/** @type {TimelineEntry} */ entry) => {
      state.connectionLog.push(entry)
      changed('connectionLog')
      void store.loadWorld()
    },
    'voice-state': () => void store.loadWorld(),
  },
  { opened: load, lost: () => lost.removeAttribute('hidden') },
)

async function load() {
  lost.hidden = true
  state.facts = await call('GET', '/facts')
  await store.loadWorld()
  changed('me')
  await store.loadCommands()
  await Promise.all([store.loadConversation(), store.loadSound(), store.loadFaults(), store.loadMood()])
}

/**
 * A message as the gateway carries it, in the form in which the control API shows it.
 *
 * @param {{ message: APIMessage }} change
 */
function keepSent({ message }) {
  const { id, author, channel_id, content, edited_timestamp, embeds, components = [], attachments } = message
  keepMessage({
    id,
    channel: channel_id,
    user: author.id,
    author: author.global_name ?? author.username,
    content,
    ephemeral: false,
    thinking: false,
    edited: edited_timestamp !== null,
    embeds,
    components,
    pressables: [],
    attachments: attachments.map(({ filename, content_type, size, url }) => {
      return { name: filename, contentType: content_type, size, url }
    }),
  })
  changed('conversation')
}

function noticeSpeech() {
  const isSpeaking = sound.isSpeaking || [...state.utterances.values()].some((one) => one.state === 'speaking')
  if (isSpeaking === state.speaking) return
  state.speaking = isSpeaking
  changed('speaking')
}
