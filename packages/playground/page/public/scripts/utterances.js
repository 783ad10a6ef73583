import { attempt } from './actions.js'
import { avatar } from './avatar.js'
import { arrange, element, icon, keeper } from './dom.js'
import { icons } from './icons.js'
import { sound } from './sound.js'
import { state } from './state.js'
import { seconds, strings } from './strings.js'

/** @import { UtteranceView } from '@lector/sandbox' */

const texts = strings.utterances
const keep = keeper()

/**
 * Everything that was said, the latest first, with its figures.
 *
 * @param {HTMLElement} list
 */
export function showUtterances(list) {
  const all = [...state.utterances.values()].reverse()
  const nothing = element('li', { class: 'note' }, texts.none)
  arrange(list, all.length > 0 ? all.map((one) => keep(one.id, one, () => utterance(one))) : [nothing])
}

/**
 * Milliseconds from the command or the message to the first sound, the wait for what was said before not counted;
 * undefined as long as there is none.
 *
 * @param {UtteranceView} utterance
 */
export function firstSoundOf({ cause, freeAt, firstSound, firstPacket }) {
  const first = firstSound ?? firstPacket
  return cause && first !== undefined ? Math.round(first - (freeAt ?? cause.at)) : undefined
}

/** @param {UtteranceView} one */
function utterance(one) {
  const { id, words, state: status, cause } = one
  const heard = one.firstPacket !== undefined
  return element(
    'li',
    { class: ['utterance', status], data: { utterance: id, state: status } },
    cause && avatar(cause.userId),
    element('div', { class: 'body' }, element('p', { class: 'words' }, words), figures(one)),
    heard && status === 'spoken' && buttons(id, words),
  )
}

/** @param {UtteranceView} one */
function figures(one) {
  const { voice, style, model, speech, characters, lost, unencrypted, state: status } = one
  const first = firstSoundOf(one)
  const isSilent = one.firstPacket === undefined
  const note = status === 'spoken' ? isSilent && texts.silent : texts[status]
  const entries = [
    [texts.voice, voice],
    [texts.style, style],
    [texts.model, model],
    [texts.firstSound, first !== undefined && strings.ms(first)],
    [texts.length, speech > 0 && seconds(speech)],
    [isFree() ? texts.wouldBill : texts.billed, characters > 0 && texts.characters(characters)],
    [texts.encrypted, unencrypted !== undefined && (unencrypted === 0 ? texts.endToEnd : texts.open(unencrypted))],
    [texts.lost, lost !== undefined && texts.frames(lost)],
  ].filter(([, value]) => value)
  return [
    element(
      'dl',
      {},
      entries.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    note && element('p', { class: 'status' }, note),
  ]
}

/** A voice of this machine costs nothing, whatever the bot was told to ask for. */
function isFree() {
  return Object.keys(state.facts.prices).length === 0
}

/**
 * @param {string} id
 * @param {string} words
 */
function buttons(id, words) {
  const address = `/utterances/${id}/audio.wav`
  const replay = () => attempt(() => sound.replay(address))
  return element(
    'div',
    { class: 'buttons' },
    element('button', { class: 'quiet round', 'aria-label': texts.replay(words), onclick: replay }, icon(icons.play)),
    element(
      'a',
      {
        class: 'quiet round',
        data: { key: `save-${id}` },
        'aria-label': texts.save(words),
        href: address,
        download: `lector-${id}.wav`,
      },
      icon(icons.save),
    ),
  )
}
