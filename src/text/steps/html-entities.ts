import type { Step } from '../context.ts'

/** Decodes the HTML entities that bridges from other networks leave behind: `don&#39;t` is "don't". */
export const htmlEntities: Step = (text) =>
  text.includes('&') ? text.replace(entities, (entity, code: string) => decoded(code) ?? entity) : text

const entities = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});/gi

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Undefined for a number that is no printable character. */
function decoded(code: string): string | undefined {
  const name = code.toLowerCase()
  if (!name.startsWith('#')) return named[name]
  const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const character = point <= 0x10ffff ? String.fromCodePoint(point) : ''
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(character) ? character.replace(/\p{Zs}/u, ' ') : undefined
}
