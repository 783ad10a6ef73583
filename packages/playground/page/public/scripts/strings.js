import { language } from './language.js'

/** @import { Words } from '../../words.ts' */

/** Everything that the page says, in the person's language. */
export const { words: strings } = await wordsIn(language.code)

/**
 * Only what is asked for is loaded.
 *
 * @param {string} code
 * @returns {Promise<{ words: Words }>}
 */
export function wordsIn(code) {
  return import(`./words/${code}.js`)
}

const oneDecimal = new Intl.NumberFormat(language.code, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/**
 * A length of time to a tenth of a second.
 *
 * @param {number} ms
 */
export function seconds(ms) {
  return strings.seconds(oneDecimal.format(ms / 1000))
}

/**
 * How much later something came: short times in milliseconds; empty where it is not known.
 *
 * @param {number | undefined} ms
 */
export function later(ms) {
  if (ms === undefined) return ''
  return strings.connectionLog.later(ms < 1000 ? strings.ms(Math.round(ms)) : seconds(ms))
}
