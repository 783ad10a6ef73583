import { interact, write } from './actions.js'
import { CommandForm } from './command-form.js'
import { typedCommands } from './command-names.js'
import { element, fill, icon } from './dom.js'
import { icons } from './icons.js'
import { Listbox } from './listbox.js'
import { on } from './state.js'
import { strings } from './strings.js'

/** @import { TypedCommand } from './command-names.js' */

const texts = strings.chat

/** The box at the bottom: a message, or `/` and one of the bot's real commands. */
export function composer() {
  const list = new Listbox(texts.commands, (command) => begin(command, ''))
  const input = element('input', {
    placeholder: texts.box,
    'aria-label': texts.boxLabel,
    autocomplete: 'off',
    maxlength: 2000,
    ...list.owner,
    oninput: suggest,
    onkeydown: (event) => list.key(event),
    onblur: () => list.close(),
  })
  const send = element('button', { class: 'primary round', 'aria-label': texts.send }, icon(icons.send))
  const plain = element('form', { class: 'plain', onsubmit: submit }, input, send)
  const place = element('div', { class: 'composer' }, list.element, plain)
  on('commands', suggest)
  return place

  /** @returns {void} */
  function suggest() {
    const typed = input.value
    if (!typed.startsWith('/')) return list.close()
    const wanted = typed.slice(1).trimStart()
    const all = typedCommands()
    // Whoever has typed the whole name and a space goes on with its text.
    for (const one of all) {
      const name = [one.shown, one.path].find((name) => wanted.toLowerCase().startsWith(`${name} `))
      if (name !== undefined) return begin(one, wanted.slice(name.length + 1))
    }
    /** @param {string} name */
    const fits = (name) => name.includes(wanted.toLowerCase())
    const fitting = all.filter(({ shown, path }) => fits(shown) || fits(path))
    list.open(fitting.map((one) => ({ value: one, label: `/${one.shown}`, detail: one.description })))
  }

  /**
   * @param {TypedCommand} command
   * @param {string} text
   */
  function begin(command, text) {
    list.close()
    const form = new CommandForm(command, text, (options) => finished(command, options))
    fill(place, form.element)
    form.focus()
  }

  /**
   * @param {TypedCommand} command
   * @param {object} [options] undefined when the person has changed her mind
   */
  function finished({ path }, options) {
    input.value = ''
    fill(place, list.element, plain)
    input.focus()
    if (options) void interact('commands', { command: path, options })
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault()
    const content = input.value.trim()
    if (content === '') return
    input.value = ''
    void write(content)
  }
}
