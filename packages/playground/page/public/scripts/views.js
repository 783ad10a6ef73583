import { byId, element } from './dom.js'
import { strings } from './strings.js'

/** On a phone one part is shown at a time: the server, the chat or the sound. */
export function views() {
  return Object.entries(strings.views).map(([view, label]) => {
    const isShown = view === document.body.dataset.view
    return element('button', { data: { view }, 'aria-pressed': String(isShown), onclick: () => showView(view) }, label)
  })
}

/** @param {string} chosen */
export function showView(chosen) {
  document.body.dataset.view = chosen
  for (const button of byId('views').querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.view === chosen))
  }
}
