import { interact } from './actions.js'
import { element } from './dom.js'
import { marked } from './markdown.js'
import { people, state } from './state.js'
import { strings } from './strings.js'

/** @import { MessageView } from '@lector/sandbox' */

/**
 * Any component: the fields of those that there are.
 *
 * @typedef {{
 *   type: number,
 *   custom_id?: string,
 *   content?: string,
 *   components?: readonly Component[],
 *   accessory?: Component,
 *   label?: string,
 *   emoji?: { name?: string },
 *   style?: number,
 *   disabled?: boolean,
 *   url?: string,
 *   placeholder?: string,
 *   options?: readonly { label: string, value: string, default?: boolean }[],
 *   max_values?: number
 * }} Component
 */

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
const BUTTON = 2
const STRING_SELECT = 3
const USER_SELECT = 5
const CHANNEL_SELECT = 8
const TEXT_DISPLAY = 10
const SEPARATOR = 14
const CONTAINER = 17
const SECONDARY = 2
const LINK_BUTTON = 5
/** @type {Readonly<Record<number, string>>} */
const BUTTON_LOOKS = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' }

/**
 * Buttons, selects and texts of a message, wherever rows, sections and containers nest them.
 *
 * @param {MessageView} message
 */
export function components(message) {
  return message.components.map((component) => shown(/** @type {Component} */ (component), message))
}

/**
 * @param {Component} component
 * @param {MessageView} message
 * @returns {HTMLElement}
 */
function shown(component, message) {
  switch (component.type) {
    case BUTTON:
      return button(component, message)
    case TEXT_DISPLAY:
      return element('p', {}, marked(component.content ?? ''))
    case SEPARATOR:
      return element('hr')
    default:
      return component.custom_id === undefined ? group(component, message) : select(component, message)
  }
}

/**
 * @param {Component} component
 * @param {MessageView} message
 */
function group({ type, components: inner = [], accessory }, message) {
  const look = type === CONTAINER ? 'embed' : 'buttons'
  return element(
    'div',
    { class: look },
    [...inner, ...(accessory ? [accessory] : [])].map((one) => shown(one, message)),
  )
}

/**
 * @param {Component} component
 * @param {MessageView} message
 */
function button({ label, emoji, style = SECONDARY, custom_id = '', disabled, url }, message) {
  const text = [emoji?.name, label].filter(Boolean).join(' ')
  if (style === LINK_BUTTON) return element('a', { class: 'button', href: url, rel: 'noreferrer' }, text)
  const onclick = () => press(message, custom_id)
  return element('button', { class: BUTTON_LOOKS[style], disabled, onclick }, text)
}

/**
 * @param {Component} component
 * @param {MessageView} message
 */
function select({ type, custom_id = '', placeholder, options, max_values = 1, disabled }, message) {
  const choices = options?.map(({ label, value, default: selected }) => ({ label, value, selected })) ?? choicesOf(type)
  const multiple = max_values > 1
  /** @param {{ currentTarget: HTMLSelectElement }} event */
  const onchange = ({ currentTarget: { selectedOptions } }) => {
    const chosen = [...selectedOptions].map(({ value }) => value)
    return press(
      message,
      custom_id,
      chosen.filter((value) => value !== ''),
    )
  }
  const prompt = element('option', { value: '' }, placeholder ?? strings.chat.choose)
  const entries = choices.map(({ label, ...option }) => element('option', option, label))
  const properties = { 'aria-label': placeholder ?? strings.chat.choose, multiple, disabled, onchange }
  return element('select', properties, !multiple && type !== undefined && prompt, entries)
}

/**
 * What Discord's own client fills in.
 *
 * @param {number} type
 */
function choicesOf(type) {
  if (type === USER_SELECT) return people().map(({ id, name }) => ({ value: id, label: name }))
  if (type === CHANNEL_SELECT) return state.world.channels.map(({ id, name }) => ({ value: id, label: name }))
  return type === STRING_SELECT ? [] : [{ value: state.world.guild.id, label: '@everyone' }]
}

/**
 * What only one person sees is no message of the channel: it is reached through the interaction it answers.
 *
 * @param {MessageView} message
 * @param {string} customId
 * @param {readonly string[]} [values]
 */
function press(message, customId, values) {
  const opener = [...state.interactions.values()].find(({ reply }) => reply?.id === message.id)
  const where = opener ? { interaction: opener.id } : { channel: message.channel, message: message.id }
  return interact('components', { ...where, customId, ...(values && { values }) })
}
