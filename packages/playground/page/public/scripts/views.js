import { element } from './dom.js'
import { strings } from './strings.js'

/** On a phone one part is shown at a time: the server, the chat or the sound. */
export function views() {
  const buttons = Object.entries(strings.views).map(([view, label]) => {
    const look = { 'aria-pressed': String(view === document.body.dataset.view), onclick: () => show(view) }
    return { view, button: element('button', look, label) }
  })
  return buttons.map(({ button }) => button)

  /** @param {string} chosen */
  function show(chosen) {
    document.body.dataset.view = chosen
    for (const { view, button } of buttons) button.setAttribute('aria-pressed', String(view === chosen))
  }
}
