import { call } from './api.js'
import { byId, element } from './dom.js'
import { openForm } from './form-dialog.js'
import { state } from './state.js'

/** Does something as the person at this tab; the answer arrives with everything else that happens. */
export async function act(what, body) {
  try {
    const answer = await call('POST', `/people/${state.me}/${what}`, body)
    if (answer?.modal) openForm(answer)
    return answer
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
