import type { Scene, Step } from '../context.ts'
import { emojiName, emojiOfShortcode } from '../emoji-names.ts'
import { holdNamed } from '../hold-picture.ts'
import { once } from '../once.ts'
import { holdIdentifier } from './custom-emoji.ts'

/** Unicode emoji and `:names:` by their name in the server's language. */
export const emoji: Step = (text, scene) => {
  return text
    .replace(shortcodes, (all, name: string) => holdShortcode(name, all, scene))
    .replace(
      pictures,
      once((picture) => holdPicture(picture, scene)),
    )
    .replace(leftovers, '')
}

const shortcodes = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,32}):(?![\p{L}\p{N}:])/giu

/** Flags, keycaps, and pictographs with their tones, joined by zero-width joiners. Each matches in one way only. */
const pictures =
  /[\u{1F1E6}-\u{1F1FF}]{1,2}|[#*0-9]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?)*(?:[\u{E0020}-\u{E007E}]+\u{E007F})?/gu

/** What remains of broken sequences. */
const leftovers = /[\u20E3\uFE0E\uFE0F\u{E0020}-\u{E007F}\p{Emoji_Modifier}]|\u200D(?![\p{L}\p{M}])/gu

function holdShortcode(name: string, all: string, scene: Scene): string {
  const picture = emojiOfShortcode(name)
  if (picture !== undefined) return holdPicture(picture, scene)
  if (!/[a-z]/i.test(name)) return all
  return holdIdentifier(name, scene)
}

function holdPicture(picture: string, scene: Scene): string {
  const { context, slots } = scene
  if (/^[#*0-9]/.test(picture)) return slots.hold({ kind: 'exact', spoken: picture.charAt(0) })
  if (loneFlagHalf.test(picture)) return slots.hold({ kind: 'exact', spoken: letterOf(picture) })
  if (textSigns.test(picture)) return picture
  if (context.emoji === 'silent') return ' '
  const name = emojiName(picture, context.language)
  if (name !== undefined) return holdNamed(name, scene)
  const members = picture.split(/\u200D|(?<=[\u{1F1E6}-\u{1F1FF}])(?=[\u{1F1E6}-\u{1F1FF}])/u)
  return members.length > 1 ? members.map((member) => holdPicture(member, scene)).join('') : ' '
}

const loneFlagHalf = /^[\u{1F1E6}-\u{1F1FF}]$/u

/** Flags are written in letters of their own: two are a country, one is only a letter. */
function letterOf(half: string): string {
  return String.fromCodePoint(half.codePointAt(0)! - 0x1f1e6 + 0x41)
}

/** Signs that are text until a selector makes pictures of them. */
const textSigns = /^[©®™‼⁉ℹ〰〽㊗㊙Ⓜ▪▫↔-↙↩↪]$/u
