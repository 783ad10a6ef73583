import { ask } from './actions.js'
import { descriptionOf, nameOf } from './command-names.js'
import { element, icon } from './dom.js'
import { icons } from './icons.js'
import { Listbox } from './listbox.js'
import { people, state } from './state.js'
import { strings } from './strings.js'

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const INTEGER = 4
const BOOLEAN = 5
const USER = 6
const CHANNEL = 7
const ROLE = 8
const NUMBER = 10
const ATTACHMENT = 11
const texts = strings.chat

/** One command with a field for each of its options. `done` gets the values, or undefined when it was left. */
export class CommandForm {
  element
  #command
  #fields
  #done

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
          { type: 'button', class: 'quiet round', 'aria-label': texts.cancel, onclick: () => done(undefined) },
          icon(icons.close),
        ),
        element('button', { class: 'primary round', 'aria-label': texts.send }, icon(icons.send)),
      ),
    )
  }

  focus() {
    const first = this.#fields[0]?.input ?? this.element.querySelector('.primary')
    first.focus()
  }

  /** Of the fields that are filled in, files apart. */
  get #values() {
    const filled = this.#fields.filter(({ input }) => input.value !== '' && input.type !== 'file')
    return Object.fromEntries(filled.map(({ option, input, chosen }) => [option.name, chosen() ?? input.value]))
  }

  async #files() {
    const chosen = this.#fields.filter(({ input }) => input.files?.length > 0)
    const files = chosen.map(async ({ option, input }) => [option.name, await fileOf(input.files[0])])
    return Object.fromEntries(await Promise.all(files))
  }

  #field(option, text) {
    const { required } = option
    const name = nameOf(option)
    const field = { option, chosen: () => undefined }
    const list = option.autocomplete ? this.#suggestions(field) : undefined
    field.input = inputFor(option, text, list?.owner)
    if (list) {
      const ask = () => this.#suggest(field, list)
      field.input.addEventListener('input', ask)
      field.input.addEventListener('focus', ask)
      field.input.addEventListener('blur', () => list.close())
      field.input.addEventListener('keydown', (event) => list.key(event))
    }
    const hint = required ? `${name}, ${texts.required}` : name
    field.place = element(
      'label',
      { class: ['field', required && 'required'], title: descriptionOf(option) },
      element('span', {}, hint),
      field.input,
      list?.element,
    )
    return field
  }

  /** People see names, and the bot gets values. */
  #suggestions(field) {
    const list = new Listbox(texts.suggestions(nameOf(field.option)), ({ value, label }) => {
      field.input.value = label
      field.chosen = () => (field.input.value === label ? value : undefined)
      list.close()
    })
    return list
  }

  async #suggest({ option, input }, list) {
    const options = { ...this.#values, [option.name]: input.value }
    const request = { command: this.#command.path, options, focused: option.name }
    const answer = await ask('autocomplete', request).catch(() => undefined)
    if (document.activeElement !== input || answer?.choices === undefined) return
    const typed = input.value.toLowerCase()
    // What is no beginning of a suggestion may be words of the person's own: Enter sends them as they are.
    const fitting = typed === '' ? -1 : answer.choices.findIndex(({ name }) => name.toLowerCase().startsWith(typed))
    list.open(
      answer.choices.map(({ name, value }) => ({ label: name, value })),
      fitting,
    )
  }

  #key(event) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    this.#done(undefined)
  }

  async #submit(event) {
    event.preventDefault()
    this.#done({ ...this.#values, ...(await this.#files()) })
  }
}

function inputFor({ name, type, required, choices, min_value, max_value, max_length }, value, owner = {}) {
  const options = choices?.map((one) => [one.value, nameOf(one)]) ?? choicesOf(type)
  if (options) {
    const entries = options.map(([key, label]) => element('option', { value: key }, label))
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

function choicesOf(type) {
  if (type === BOOLEAN)
    return [
      ['true', texts.yes],
      ['false', texts.no],
    ]
  if (type === USER) return people().map(({ id, name }) => [id, name])
  if (type === ROLE) return [[state.world.guild.id, '@everyone']]
  return type === CHANNEL ? state.world.channels.map(({ id, name }) => [id, name]) : undefined
}

async function fileOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { name: file.name, contentType: file.type || 'application/octet-stream', base64 }
}
