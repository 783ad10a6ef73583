import { act } from './actions.js'
import { CommandForm } from './command-form.js'
import { element, fill, icon } from './dom.js'
import { icons } from './icons.js'
import { Listbox } from './listbox.js'
import { state } from './state.js'
import { strings } from './strings.js'

const CHAT_INPUT = 1
const SUBCOMMAND = 1
const SUBCOMMAND_GROUP = 2
const texts = strings.chat

/** The box at the bottom: a message, or `/` and one of the bot's real commands. */
export function composer() {
  const list = new Listbox(texts.commands, choose)
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
  return place

  function suggest() {
    const typed = input.value
    if (!typed.startsWith('/')) return list.close()
    const wanted = typed.slice(1).trimStart().toLowerCase()
    const all = commands()
    // Whoever has typed the whole name and a space goes on with its text.
    const named = all.find(({ path }) => wanted.startsWith(`${path} `))
    if (named)
      return begin(
        named,
        wanted &&
          typed
            .slice(1)
            .trimStart()
            .slice(named.path.length + 1),
      )
    const fitting = all.filter(({ path }) => path.includes(wanted))
    list.open(fitting.map((one) => ({ value: one, label: `/${one.path}`, detail: one.description })))
  }

  function choose({ value }) {
    begin(value, '')
  }

  function begin(command, text) {
    list.close()
    const form = new CommandForm(command, text, (options) => finished(command, options))
    fill(place, form.element)
    form.focus()
  }

  /** `options` is undefined when the person has changed her mind. */
  function finished({ path }, options) {
    input.value = ''
    fill(place, list.element, plain)
    input.focus()
    if (options) act('commands', { command: path, options })
  }

  function submit(event) {
    event.preventDefault()
    const content = input.value.trim()
    if (content === '') return
    input.value = ''
    act('messages', { content })
  }
}

/** Every command that can be typed, subcommands by their whole path. */
function commands() {
  return state.commands.filter(({ type = CHAT_INPUT }) => type === CHAT_INPUT).flatMap((one) => paths(one, ''))
}

function paths({ name, description, options = [] }, above) {
  const path = `${above}${name}`
  const below = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP)
  return below.length > 0 ? below.flatMap((one) => paths(one, `${path} `)) : [{ path, description, options }]
}
