import { element, fill } from './dom.js'

const TAKES = new Set(['Enter', 'Tab'])
/** @type {Readonly<Record<string, number>>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 }

let count = 0

/**
 * Suggestions above an input, which keeps the focus: arrows move, Enter and Tab take, Escape closes.
 *
 * @template T what is chosen
 */
export class Listbox {
  element
  /** Attributes for the input. */
  owner
  #choose
  /** @type {readonly { value: T, label: string, detail?: string }[]} */
  #items = []
  #active = -1

  /**
   * @param {string} label
   * @param {(value: T) => void} choose
   */
  constructor(label, choose) {
    const id = `list-${++count}`
    this.element = element('ul', { id, class: 'listbox', role: 'listbox', 'aria-label': label, hidden: true })
    this.owner = { role: 'combobox', 'aria-controls': id, 'aria-expanded': 'false', 'aria-autocomplete': 'list' }
    this.#choose = choose
  }

  get isOpen() {
    return !this.element.hidden
  }

  /**
   * Enter takes the active one; with -1, none is.
   *
   * @param {readonly { value: T, label: string, detail?: string }[]} items
   */
  open(items, active = 0) {
    this.#items = items
    this.element.hidden = items.length === 0
    fill(
      this.element,
      items.map(({ value, label, detail }, index) =>
        element(
          'li',
          {
            id: `${this.element.id}-${index}`,
            role: 'option',
            // A press would take the focus from the input and close the list before it is a choice.
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => this.#choose(value),
          },
          element('span', {}, label),
          detail && element('small', {}, detail),
        ),
      ),
    )
    this.#activate(active)
  }

  close() {
    this.element.hidden = true
    this.#input?.setAttribute('aria-expanded', 'false')
    this.#input?.removeAttribute('aria-activedescendant')
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.isOpen) return
    const step = STEPS[event.key]
    const active = this.#items[this.#active]
    if (step)
      this.#activate((Math.max(this.#active, step < 0 ? 0 : -1) + step + this.#items.length) % this.#items.length)
    else if (event.key === 'Escape') this.close()
    else if (TAKES.has(event.key) && active) this.#choose(active.value)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** @param {number} index */
  #activate(index) {
    this.#active = index
    for (const [at, item] of [...this.element.children].entries()) {
      item.setAttribute('aria-selected', String(at === index))
      if (at === index) item.scrollIntoView({ block: 'nearest' })
    }
    this.#input?.setAttribute('aria-expanded', String(this.isOpen))
    if (this.isOpen && index >= 0) this.#input?.setAttribute('aria-activedescendant', `${this.element.id}-${index}`)
    else this.#input?.removeAttribute('aria-activedescendant')
  }

  get #input() {
    return document.querySelector(`[aria-controls="${this.element.id}"]`)
  }
}
