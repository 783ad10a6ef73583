/**
 * @typedef {Node | string | false | null | undefined} Shown
 * @typedef {Shown | readonly Child[]} Child
 */

/**
 * @template {Element} E
 * @typedef {{
 *   [Name in keyof HTMLElementEventMap as `on${Name}`]?: (event: HTMLElementEventMap[Name] & { currentTarget: E }) => unknown
 * } & {
 *   class?: string | false | undefined | readonly (string | false | undefined)[]
 *   data?: Readonly<Record<string, string | number>> | undefined
 *   style?: Readonly<Record<string, string>>
 *   [attribute: string]: unknown
 * }} Properties
 */

/**
 * Makes an element. Properties that begin with `on` are listeners, `data` and `style` are objects, `class` may be a
 * list with empty places; everything else is an attribute, which `false`, `null` and `undefined` leave out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  assign(made, properties)
  made.append(...shown(children))
  return made
}

/**
 * Shows these children in place of what is there. What has the focus and a `data-key` has it again afterwards.
 *
 * @param {Element} place
 * @param {...Child} children
 */
export function fill(place, ...children) {
  const { activeElement } = document
  const key = activeElement instanceof HTMLElement && place.contains(activeElement) && activeElement.dataset.key
  place.replaceChildren(...shown(children))
  if (key) /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus()
}

/**
 * Shows these nodes, moving none that stands where it belongs: it keeps its focus, and is not read out again.
 *
 * @param {Element} place
 * @param {readonly Element[]} nodes
 */
export function arrange(place, nodes) {
  for (const [index, node] of nodes.entries()) {
    const there = place.children[index]
    if (there !== node) place.insertBefore(node, there ?? null)
  }
  while (place.children.length > nodes.length) place.lastElementChild?.remove()
}

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string | number>>} [attributes]
 * @param {...Child} children
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.append(...shown(children))
  return made
}

/**
 * Remembers what it drew: while the look of a thing is the same, it keeps its node, and with it focus, selection and
 * the press that is just being made on it.
 */
export function keeper() {
  /** @type {Map<string, { key: string, node: Element }>} */
  const kept = new Map()
  /**
   * @param {string} id
   * @param {unknown} look
   * @param {() => Element} draw
   */
  return (id, look, draw) => {
    const key = JSON.stringify(look)
    const before = kept.get(id)
    if (before?.key === key) return before.node
    const node = draw()
    kept.set(id, { key, node })
    return node
  }
}

/**
 * An icon of 24 × 24 from the path that draws it. It says nothing to a screen reader.
 *
 * @param {string} path
 */
export function icon(path) {
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }
  return svg('svg', attributes, svg('path', { d: path }))
}

/**
 * A part of index.html.
 *
 * @param {'views' | 'server' | 'chat' | 'sound' | 'overlays' | 'rough'} id
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id))
}

/**
 * @param {readonly Child[]} children
 * @returns {(Node | string)[]}
 */
function shown(children) {
  return children.flatMap((child) => {
    if (child === undefined || child === null || child === false) return []
    return typeof child === 'string' || child instanceof Node ? [child] : shown(child)
  })
}

/**
 * @param {HTMLElement} made
 * @param {Readonly<Record<string, unknown>>} properties
 */
function assign(made, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (typeof value === 'function') made.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else if (name === 'data') Object.assign(made.dataset, value)
    else if (name === 'style') for (const [key, one] of Object.entries(value)) made.style.setProperty(key, one)
    else if (name === 'class') made.className = [value].flat().filter(Boolean).join(' ')
    else if (name === 'value') Object.assign(made, { value })
    else made.setAttribute(name, value === true ? '' : String(value))
  }
}
