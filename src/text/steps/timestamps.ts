import type { LanguageCode } from '../../kernel/languages.ts'
import type { SpeakContext, Step } from '../context.ts'

/**
 * `<t:1618953630:R>` as "in two hours", or as a time in the zone of the author or the server. Where nobody chose a zone, a
 * bare hour would be wrong for most: what is near is said relative to now, and what is far in UTC.
 */
export const timestamps: Step = (text, { context, slots }) =>
  text.replace(/<t:(-?\d{1,17})(?::([a-zA-Z]))?>/g, (_, seconds: string, style: string | undefined) => {
    const at = Number(seconds) * 1000
    if (Math.abs(at) > LAST_DATE) return ' '
    return slots.hold({ kind: 'words', spoken: style === 'R' ? relative(at, context) : absolute(at, style, context) })
  })

/** The farthest moment that a `Date` can hold. */
const LAST_DATE = 8.64e15

function absolute(at: number, style: string | undefined, context: SpeakContext): string {
  const { language, timeZone, now } = context
  if (timeZone !== undefined) return dateFormat(language, timeZone, style ?? 'f').format(at)
  if (Math.abs(at - now) < NEAR) return relative(at, context)
  return `${dateFormat(language, 'UTC', style ?? 'f').format(at)} UTC`
}

/** Half a day: beyond it, "in 20 hours" has to be calculated by the listener. */
const NEAR = 12 * 60 * 60 * 1000

/** In the largest full unit, as in Discord's clients. */
function relative(at: number, { language, now }: SpeakContext): string {
  const seconds = (at - now) / 1000
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  return relativeFormat(language).format(Math.round(seconds / length), unit)
}

const units = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** Styles of https://discord.com/developers/docs/reference#message-formatting-timestamp-styles. */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'long' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'long', timeStyle: 'short' },
  S: { dateStyle: 'long', timeStyle: 'medium' },
}

// Formatters take a hundred times longer to build than to use.
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

function dateFormat(language: LanguageCode, timeZone: string, style: string): Intl.DateTimeFormat {
  const options = styles[style] ?? styles.f
  const key = `${language} ${timeZone} ${style}`
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, ...options })
  dateFormats.set(key, known)
  return known
}

function relativeFormat(language: LanguageCode): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  relativeFormats.set(language, known)
  return known
}
