import { createRequire } from 'node:module'
import type { LanguageCode } from '../kernel/languages.ts'

/**
 * The name of a Unicode emoji in a language (CLDR, through emojibase-data), or nothing for what is no emoji. Skin tones
 * are left out: "thumbs up" is what the writer meant to say.
 */
export function emojiName(emoji: string, language: LanguageCode): string | undefined {
  const names = namesIn(language)
  const key = bare(emoji)
  return names.get(key) ?? names.get(key.replace(/[\u{1F3FB}-\u{1F3FF}]/gu, ''))
}

/** The emoji for a Discord shortcode. */
export function emojiOfShortcode(name: string): string | undefined {
  shortcodes ??= readShortcodes()
  return shortcodes.get(name)
}

interface Emoji {
  readonly label: string
  readonly unicode: string
  readonly skins?: readonly Emoji[]
}

const require = createRequire(import.meta.url)
const languages = new Map<LanguageCode, ReadonlyMap<string, string>>()
let shortcodes: ReadonlyMap<string, string> | undefined

// Half a megabyte and ten milliseconds a language: read when first needed, then kept.
function namesIn(language: LanguageCode): ReadonlyMap<string, string> {
  const known = languages.get(language)
  if (known) return known
  const names = new Map<string, string>()
  for (const { label, unicode, skins = [] } of require(`emojibase-data/${language}/compact.json`) as readonly Emoji[]) {
    // "flag: Germany" without the colon, which a voice would read as the end of a clause; "B button (blood type)" without
    // the footnote.
    const name = label.replace(/\s*[(（][^()（）]*[)）]/g, '').replace(/\s*[:：]\s*/g, ' ')
    for (const variant of [unicode, ...skins.map((skin) => skin.unicode)]) names.set(bare(variant), name)
  }
  languages.set(language, names)
  return names
}

function readShortcodes(): ReadonlyMap<string, string> {
  const names = require('emojibase-data/en/shortcodes/joypixels.json') as Record<string, string | readonly string[]>
  return new Map(
    Object.entries(names).flatMap(([hexcode, shortcodes]) => {
      const emoji = String.fromCodePoint(...hexcode.split('-').map((code) => Number.parseInt(code, 16)))
      return [shortcodes].flat().map((shortcode): [string, string] => [shortcode, emoji])
    }),
  )
}

/** Without the selectors that choose between text and picture. */
function bare(emoji: string): string {
  return emoji.replace(/[\uFE0E\uFE0F]/g, '')
}
