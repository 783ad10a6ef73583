import { interact } from './actions.js'
import { nameOf } from './command-names.js'
import { byId, element } from './dom.js'
import { state } from './state.js'
import { strings } from './strings.js'

const USER_COMMAND = 2
const MESSAGE_COMMAND = 3

/** What the bot offers for a message (`{ message }`) or a person (`{ user }`), as a menu beside it. */
export function openMenu(anchor, target) {
  const type = 'message' in target ? MESSAGE_COMMAND : USER_COMMAND
  const commands = state.commands.filter((command) => command.type === type)
  const menu = element('div', { class: 'menu', role: 'menu', tabindex: '-1', onkeydown: moved })
  const close = () => {
    menu.remove()
    removeEventListener('pointerdown', outside, true)
    anchor.focus?.()
  }
  const outside = (event) => {
    if (!menu.contains(event.target)) close()
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

  function choose(command) {
    close()
    interact('context-menus', { command, ...target })
  }

  function moved(event) {
    const items = [...menu.querySelectorAll('button')]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (step) items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus()
    else return
    event.preventDefault()
  }
}

function place(menu, { left, bottom, top }) {
  const { offsetWidth, offsetHeight } = menu
  const below = bottom + offsetHeight < innerHeight
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`
  menu.style.top = `${below ? bottom : Math.max(8, top - offsetHeight)}px`
}
