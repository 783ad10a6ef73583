import { byId, element } from './dom.js'
import { strings } from './strings.js'

/** @import { APIModalInteractionResponseCallbackData, APITextInputComponent } from 'discord-api-types/v10' */
/** @typedef {{ name: string, label: string, input: HTMLInputElement | HTMLTextAreaElement }} FormField */

const TEXT_INPUT = 4
const PARAGRAPH = 2

/**
 * The form with which an interaction was answered.
 *
 * @param {APIModalInteractionResponseCallbackData} modal
 * @param {(fields: Record<string, string>) => void} send
 */
export function openForm(modal, send) {
  const fields = fieldsOf(modal.components)
  /** @type {HTMLDialogElement} */
  const dialog = element(
    'dialog',
    { class: 'form', 'aria-labelledby': 'form-title', onclose: ({ currentTarget }) => currentTarget.remove() },
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
    send(Object.fromEntries(fields.map(({ name, input }) => [name, input.value])))
  }
}

/**
 * Text inputs stand in rows or under labels, which name them.
 *
 * @param {readonly object[]} components
 * @param {string} [label]
 * @returns {FormField[]}
 */
function fieldsOf(components, label = '') {
  return components.flatMap((component) => {
    const { components: row, component: labelled, label: name, type } = /** @type {FormPart} */ (component)
    if (row) return fieldsOf(row, label)
    if (labelled) return fieldsOf([labelled], name)
    return type === TEXT_INPUT ? [fieldOf(/** @type {APITextInputComponent} */ (component), label)] : []
  })
}

/** @typedef {{ type: number, components?: readonly object[], component?: object, label?: string }} FormPart */

/**
 * @param {APITextInputComponent} component
 * @param {string} above
 */
function fieldOf({ custom_id, label, style, value = '', placeholder, required = true, max_length }, above) {
  const properties = { name: custom_id, placeholder, required, maxlength: max_length, value }
  const input = element(style === PARAGRAPH ? 'textarea' : 'input', properties)
  return { name: custom_id, label: label ?? above, input }
}
