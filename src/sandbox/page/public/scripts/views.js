import { element } from './dom.js'
import { strings } from './strings.js'

/** On a phone one part is shown at a time: the server, the chat or the sound. */
export function views() {
  const buttons = Object.entries(strings.views).map(([view, label]) =>
    element(
      'button',
      { 'aria-pressed': String(view === document.body.dataset.view), onclick: () => show(view) },
      label,
    ),
  )
  return buttons

  function show(view) {
    document.body.dataset.view = view
    for (const [index, name] of Object.keys(strings.views).entries()) {
      buttons[index].setAttribute('aria-pressed', String(name === view))
    }
  }
}
