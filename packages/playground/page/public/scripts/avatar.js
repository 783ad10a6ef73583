import { element, icon } from './dom.js'
import { icons } from './icons.js'
import { person, state } from './state.js'

/**
 * A disc with a person's initial, in a colour that stays hers.
 *
 * @param {string} id
 */
export function avatar(id) {
  const { name, bot } = person(id)
  const number = [...name].reduce((sum, letter) => (sum * 15 + (letter.codePointAt(0) ?? 0)) % 1009, 0)
  const look = {
    class: ['avatar', bot && 'bot'],
    'aria-hidden': 'true',
    ...(!bot && { data: { colour: number % COLOURS } }),
  }
  return element('span', look, id === state.world.bot.id ? icon(icons.waves) : name.slice(0, 1))
}

/** As many as styles/theme.css has. */
const COLOURS = 4
