import { ask } from './actions.js'
import { descriptionOf, nameOf } from './command-names.js'
import { element, icon } from './dom.js'
import { icons } from './icons.js'
import { Listbox } from './listbox.js'
import { people, state } from './state.js'
import { strings } from './strings.js'

/** @import { OptionView } from '@lector/sandbox' */
/** @import { TypedCommand } from './command-names.js' */

/**
 * A field for one option. `value` is for the bot, where the person sees a name in its place; it gives undefined when it
 * is what the person sees.
 *
 * @typedef {{
 *   option: OptionView,
 *   input: HTMLInputElement | HTMLSelectElement,
 *   place: HTMLElement,
 *   value: () => string | undefined
 * }} Field
 */

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const INTEGER = 4
const BOOLEAN = 5
const USER = 6
const CHANNEL = 7
const ROLE = 8
const NUMBER = 10
const ATTACHMENT = 11
const texts = strings.chat

/** One command with a field for each of its options. */
export class CommandForm {
  element
  #command
  /** @type {Field[]} */
  #fields
  #done

  /**
   * @param {TypedCommand} command
   * @param {string} text what was typed already
   * @param {(values?: object) => void} done gets the values, or undefined when it was left
   */
  constructor(command, text, done) {
    this.#command = command
    this.#done = done
    this.#fields = command.options.map((option, index) => this.#field(option, index === 0 ? text : ''))
    this.element = element(
      'form',
      { class: 'command', onsubmit: (event) => this.#submit(event), onkeydown: (event) => this.#key(event) },
      element('p', { class: 'path' }, element('b', {}, `/${command.shown}`), ` ${command.description}`),
      element(
        'div',
        { class: 'fields' },
        this.#fields.map(({ place }) => place),
      ),
      element(
        'div',
        { class: 'ends' },
        element(
          'button',
          { type: 'button', class: 'quiet round', 'aria-label': texts.cancel, onclick: () => done() },
          icon(icons.close),
        ),
        element('button', { class: 'primary round', 'aria-label': texts.send }, icon(icons.send)),
      ),
    )
  }

  focus() {
    const first = this.#fields[0]?.input ?? this.element.querySelector('button.primary')
    if (first instanceof HTMLElement) first.focus()
  }

  /** Of the fields that are filled in, files apart. */
  get #values() {
    const filled = this.#fields.filter(({ input }) => input.value !== '' && input.type !== 'file')
    return Object.fromEntries(filled.map(({ option, input, value }) => [option.name, value() ?? input.value]))
  }

  async #files() {
    const files = this.#fields.flatMap(({ option, input }) => {
      const [file] = input instanceof HTMLInputElement ? (input.files ?? []) : []
      return file ? [contentOf(file).then((content) => [option.name, content])] : []
    })
    return Object.fromEntries(await Promise.all(files))
  }

  /**
   * @param {OptionView} option
   * @param {string} text
   * @returns {Field}
   */
  #field(option, text) {
    const { required, autocomplete } = option
    const list = autocomplete ? new Listbox(texts.suggestions(nameOf(option)), choose) : undefined
    const input = inputFor(option, text, list?.owner)
    /** @type {{ value: string, label: string } | undefined} */
    let chosen
    if (list) {
      const ask = () => this.#suggest(option, input, list)
      input.addEventListener('input', ask)
      input.addEventListener('focus', ask)
      input.addEventListener('blur', () => list.close())
      input.addEventListener('keydown', (event) => list.key(/** @type {KeyboardEvent} */ (event)))
    }
    const hint = required ? `${nameOf(option)}, ${texts.required}` : nameOf(option)
    const look = { class: ['field', required && 'required'], title: descriptionOf(option) }
    const place = element('label', look, element('span', {}, hint), input, list?.element)
    return { option, input, place, value: () => (chosen?.label === input.value ? chosen.value : undefined) }

    /** @param {{ value: string, label: string }} choice */
    function choose(choice) {
      chosen = choice
      input.value = choice.label
      list?.close()
    }
  }

  /**
   * @param {OptionView} option
   * @param {HTMLInputElement | HTMLSelectElement} input
   * @param {Listbox<{ value: string, label: string }>} list
   */
  async #suggest(option, input, list) {
    const options = { ...this.#values, [option.name]: input.value }
    const request = { command: this.#command.path, options, focused: option.name }
    const answer = await ask('autocomplete', request).catch(() => undefined)
    if (document.activeElement !== input || answer?.choices === undefined) return
    const typed = input.value.toLowerCase()
    // What is no beginning of a suggestion may be words of the person's own: Enter sends them as they are.
    const fitting = typed === '' ? -1 : answer.choices.findIndex(({ name }) => name.toLowerCase().startsWith(typed))
    const items = answer.choices.map(({ name, value }) => ({
      value: { value: String(value), label: name },
      label: name,
    }))
    list.open(items, fitting)
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    this.#done()
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault()
    this.#done({ ...this.#values, ...(await this.#files()) })
  }
}

/**
 * @param {OptionView} option
 * @param {string} value
 * @param {object} [owner]
 */
function inputFor({ name, type, required, choices, min_value, max_value, max_length }, value, owner = {}) {
  const options = choices?.map((one) => ({ value: one.value, label: nameOf(one) })) ?? choicesOf(type)
  if (options) {
    const entries = options.map(({ label, ...one }) => element('option', one, label))
    return element('select', { name, required }, !required && element('option', { value: '' }), entries)
  }
  const isNumber = type === INTEGER || type === NUMBER
  return element('input', {
    name,
    required,
    value,
    autocomplete: 'off',
    ...owner,
    ...(type === ATTACHMENT && { type: 'file' }),
    ...(isNumber && { type: 'number', min: min_value, max: max_value, step: type === NUMBER ? 'any' : 1 }),
    ...(max_length && { maxlength: max_length }),
  })
}

/** @param {number} type */
function choicesOf(type) {
  if (type === BOOLEAN)
    return [
      { value: 'true', label: texts.yes },
      { value: 'false', label: texts.no },
    ]
  if (type === USER) return people().map(({ id, name }) => ({ value: id, label: name }))
  if (type === ROLE) return [{ value: state.world.guild.id, label: '@everyone' }]
  return type === CHANNEL ? state.world.channels.map(({ id, name }) => ({ value: id, label: name })) : undefined
}

/** @param {File} file */
async function contentOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { name: file.name, contentType: file.type || 'application/octet-stream', base64 }
}
