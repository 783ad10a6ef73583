import { call } from './api.js'
import { byId, element } from './dom.js'
import { openForm } from './form-dialog.js'
import { language } from './language.js'
import { state } from './state.js'

/** Writes a message as the person at this tab; it appears with everything else that happens. */
export function write(content) {
  return attempt(() => call('POST', `/people/${state.me}/messages`, { content }))
}

/** Uses the bot as the person at this tab; the answer arrives with everything else that happens. */
export function interact(what, body) {
  return attempt(async () => {
    const answer = await ask(what, body)
    if (answer?.modal) openForm(answer)
    return answer
  })
}

/** Asks the bot something, in the person's language. */
export function ask(what, body) {
  return call('POST', `/people/${state.me}/${what}`, { ...body, locale: language.locale })
}

async function attempt(action) {
  try {
    return await action()
  } catch (error) {
    complain(error.message)
    return undefined
  }
}

/** A sentence for the person, for as long as it takes to read. */
export function complain(sentence) {
  const toast = element('p', { class: 'toast', role: 'alert' }, sentence)
  byId('overlays').append(toast)
  setTimeout(() => toast.remove(), READING_TIME)
}

/** Milliseconds. */
const READING_TIME = 7_000
