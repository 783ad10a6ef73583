import { call } from './api.js'
import { byId, element } from './dom.js'
import { openForm } from './form-dialog.js'
import { language } from './language.js'
import { state } from './state.js'

/** @typedef {'commands' | 'context-menus' | 'components' | 'forms' | 'autocomplete'} Way */

/**
 * Writes a message as the person at this tab; it appears with everything else that happens.
 *
 * @param {string} content
 */
export function write(content) {
  return attempt(() => call('POST', `/people/${state.me}/messages`, { content }))
}

/**
 * Uses the bot as the person at this tab; the answer arrives with everything else that happens.
 *
 * @param {Way} way
 * @param {object} body
 */
export function interact(way, body) {
  return attempt(async () => {
    const answer = await ask(way, body)
    if (answer.modal) {
      openForm(answer.modal, (fields) => void interact('forms', { interaction: answer.id, fields }))
    }
  })
}

/**
 * Asks the bot something, in the person's language.
 *
 * @param {Way} way
 * @param {object} body
 * @returns {Promise<import('@lector/sandbox').InteractionView>}
 */
export function ask(way, body) {
  return call('POST', `/people/${state.me}/${way}`, { ...body, locale: language.locale })
}

/**
 * Tells the person if it could not be done.
 *
 * @param {() => Promise<unknown>} action
 */
export async function attempt(action) {
  try {
    await action()
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
  }
}

/**
 * A sentence of the sandbox's, which are English, for as long as it takes to read.
 *
 * @param {string} sentence
 */
function complain(sentence) {
  const toast = element('p', { class: 'toast', role: 'alert', lang: 'en' }, sentence)
  byId('overlays').append(toast)
  setTimeout(() => toast.remove(), READING_TIME)
}

/** Milliseconds. */
const READING_TIME = 7_000
