import { interact } from './actions.js'
import { element } from './dom.js'
import { marked } from './markdown.js'
import { people, state } from './state.js'
import { strings } from './strings.js'

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
const BUTTON = 2
const STRING_SELECT = 3
const USER_SELECT = 5
const CHANNEL_SELECT = 8
const TEXT_DISPLAY = 10
const SEPARATOR = 14
const CONTAINER = 17
const LINK_BUTTON = 5
const BUTTON_LOOKS = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' }

/** Buttons, selects and texts of a message, wherever rows, sections and containers nest them. */
export function components(message) {
  return message.components.map((component) => shown(component, message))
}

function shown(component, message) {
  switch (component.type) {
    case BUTTON:
      return button(component, message)
    case TEXT_DISPLAY:
      return element('p', {}, marked(component.content))
    case SEPARATOR:
      return element('hr')
    default:
      return component.custom_id === undefined ? group(component, message) : select(component, message)
  }
}

function group({ type, components: inner = [], accessory }, message) {
  const look = type === CONTAINER ? 'embed' : 'buttons'
  return element(
    'div',
    { class: look },
    [...inner, ...(accessory ? [accessory] : [])].map((one) => shown(one, message)),
  )
}

function button({ label, emoji, style, custom_id, disabled, url }, message) {
  const text = [emoji?.name, label].filter(Boolean).join(' ')
  if (style === LINK_BUTTON) return element('a', { class: 'button', href: url, rel: 'noreferrer' }, text)
  const onclick = () => press(message, custom_id)
  return element('button', { class: BUTTON_LOOKS[style], disabled, onclick }, text)
}

function select({ type, custom_id, placeholder, options, max_values = 1, disabled }, message) {
  const choices = options ?? choicesOf(type)
  const multiple = max_values > 1
  const onchange = ({ target }) =>
    press(
      message,
      custom_id,
      [...target.selectedOptions].map(({ value }) => value).filter((value) => value !== ''),
    )
  const prompt = element('option', { value: '' }, placeholder ?? strings.chat.choose)
  const entries = choices.map(({ label, value, default: selected }) => element('option', { value, selected }, label))
  const properties = { 'aria-label': placeholder ?? strings.chat.choose, multiple, disabled, onchange }
  return element('select', properties, !multiple && type !== undefined && prompt, entries)
}

/** What Discord's own client fills in. */
function choicesOf(type) {
  if (type === USER_SELECT) return people().map(({ id, name }) => ({ value: id, label: name }))
  if (type === CHANNEL_SELECT) return state.world.channels.map(({ id, name }) => ({ value: id, label: name }))
  return type === STRING_SELECT ? [] : [{ value: state.world.guild.id, label: '@everyone' }]
}

/** What only one person sees is no message of the channel: it is reached through the interaction it answers. */
function press(message, customId, values) {
  const opener = [...state.interactions.values()].find(({ reply }) => reply?.id === message.id)
  const where = opener ? { interaction: opener.id } : { channel: message.channel, message: message.id }
  return interact('components', { ...where, customId, ...(values && { values }) })
}
