import { interact } from './actions.js'
import { byId, element } from './dom.js'
import { strings } from './strings.js'

const TEXT_INPUT = 4
const PARAGRAPH = 2

/** The form with which an interaction was answered. */
export function openForm({ id, modal }) {
  const fields = fieldsOf(modal.components)
  const dialog = element(
    'dialog',
    { class: 'form', 'aria-labelledby': 'form-title', onclose: () => dialog.remove() },
    element('h2', { id: 'form-title' }, modal.title),
    element(
      'form',
      { method: 'dialog', onsubmit: submit },
      fields.map(({ label, input }) => element('label', {}, label, input)),
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, strings.chat.cancel),
        element('button', { class: 'primary' }, strings.chat.submit),
      ),
    ),
  )
  byId('overlays').append(dialog)
  dialog.showModal()

  function submit() {
    const values = Object.fromEntries(fields.map(({ name, input }) => [name, input.value]))
    interact('forms', { interaction: id, fields: values })
  }
}

/** Text inputs stand in rows or under labels, which name them. */
function fieldsOf(components, label = '') {
  return components.flatMap((component) => {
    if (component.components) return fieldsOf(component.components, label)
    if (component.component) return fieldsOf([component.component], component.label)
    return component.type === TEXT_INPUT ? [fieldOf(component, label)] : []
  })
}

function fieldOf({ custom_id, label, style, value = '', placeholder, required = true, max_length }, above) {
  const properties = { name: custom_id, placeholder, required, maxlength: max_length, value }
  const input = element(style === PARAGRAPH ? 'textarea' : 'input', properties)
  return { name: custom_id, label: label ?? above, input }
}
