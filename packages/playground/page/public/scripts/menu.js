import { interact } from './actions.js'
import { nameOf } from './command-names.js'
import { byId, element } from './dom.js'
import { state } from './state.js'
import { strings } from './strings.js'

/** @type {Readonly<Record<string, number>>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 }
const USER_COMMAND = 2
const MESSAGE_COMMAND = 3

/**
 * What the bot offers for a message or a person, as a menu beside it.
 *
 * @param {HTMLElement} anchor
 * @param {{ message: string } | { user: string }} target
 */
export function openMenu(anchor, target) {
  const type = 'message' in target ? MESSAGE_COMMAND : USER_COMMAND
  const commands = state.commands.filter((command) => command.type === type)
  const menu = element('div', { class: 'menu', role: 'menu', tabindex: '-1', onkeydown: moved })
  const close = () => {
    menu.remove()
    removeEventListener('pointerdown', outside, true)
    anchor.focus()
  }
  /** @param {PointerEvent} event */
  const outside = (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) close()
  }
  menu.append(
    ...commands.map((one) => element('button', { role: 'menuitem', onclick: () => choose(one.name) }, nameOf(one))),
    ...(commands.length === 0 ? [element('p', { class: 'note' }, strings.chat.noActions)] : []),
  )
  byId('overlays').replaceChildren(menu)
  place(menu, anchor.getBoundingClientRect())
  addEventListener('pointerdown', outside, true)
  const first = menu.querySelector('button') ?? menu
  first.focus()

  /** @param {string} command */
  function choose(command) {
    close()
    void interact('context-menus', { command, ...target })
  }

  /** @param {KeyboardEvent} event */
  function moved(event) {
    const items = [...menu.querySelectorAll('button')]
    const step = STEPS[event.key]
    const active = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (step) items.at((active + step) % items.length)?.focus()
    else return
    event.preventDefault()
  }
}

/**
 * @param {HTMLElement} menu
 * @param {DOMRect} anchor
 */
function place(menu, { left, bottom, top }) {
  const { offsetWidth, offsetHeight } = menu
  const below = bottom + offsetHeight < innerHeight
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`
  menu.style.top = `${below ? bottom : Math.max(8, top - offsetHeight)}px`
}
