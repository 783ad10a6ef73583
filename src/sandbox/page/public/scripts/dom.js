/**
 * Makes an element. Properties that begin with `on` are listeners, `data` and `style` are objects, `class` may be a
 * list with empty places; everything else is an attribute, which `false`, `null` and `undefined` leave out.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  assign(made, properties)
  made.append(...children.flat(Number.POSITIVE_INFINITY).filter(isShown))
  return made
}

/** Shows these children in place of what is there. What has the focus and a `data-key` has it again afterwards. */
export function fill(place, ...children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined
  place.replaceChildren(...children.flat(Number.POSITIVE_INFINITY).filter(isShown))
  if (key !== undefined) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus()
}

/** Shows these nodes, moving none that stands where it belongs: it keeps its focus, and is not read out again. */
export function arrange(place, nodes) {
  for (const [index, node] of nodes.entries()) {
    const there = place.children[index]
    if (there !== node) place.insertBefore(node, there ?? null)
  }
  while (place.children.length > nodes.length) place.lastElementChild.remove()
}

export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.append(...children.flat().filter(isShown))
  return made
}

/**
 * Remembers what it drew: while the look of a thing is the same, it keeps its node, and with it focus, selection and
 * the press that is just being made on it.
 */
export function keeper() {
  const kept = new Map()
  return (id, look, draw) => {
    const key = JSON.stringify(look)
    const before = kept.get(id)
    if (before?.key === key) return before.node
    const node = draw()
    kept.set(id, { key, node })
    return node
  }
}

/** An icon of 24 × 24 from the path that draws it. It says nothing to a screen reader. */
export function icon(path) {
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }
  return svg('svg', attributes, svg('path', { d: path }))
}

export function byId(id) {
  return document.getElementById(id)
}

function isShown(child) {
  return child !== undefined && child !== null && child !== false
}

function assign(made, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value)
    else if (name === 'data') Object.assign(made.dataset, value)
    else if (name === 'style') for (const [key, one] of Object.entries(value)) made.style.setProperty(key, one)
    else if (name === 'class') made.className = [value].flat().filter(Boolean).join(' ')
    else if (name === 'value') made.value = value
    else made.setAttribute(name, value === true ? '' : value)
  }
}
