import type { Scene, Step } from '../context.ts'
import { emojiName, emojiOfShortcode } from '../emoji-names.ts'
import { spokenIdentifier } from './custom-emoji.ts'

/** Unicode emoji and `:names:` by their name in the server's language. */
export const emoji: Step = (text, scene) =>
  text
    .replace(/(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,32}):(?![\p{L}\p{N}:])/giu, (all, name: string) =>
      shortcode(name, all, scene),
    )
    .replace(pictures, (picture) => held(picture, scene))
    .replace(leftovers, '')

/** Flags, keycaps, and pictographs with their tones, joined by zero-width joiners. No alternative can match in two ways. */
const pictures =
  /[\u{1F1E6}-\u{1F1FF}]{1,2}|[#*0-9]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0E\uFE0F]?[\u{1F3FB}-\u{1F3FF}]?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?[\u{1F3FB}-\u{1F3FF}]?)*(?:[\u{E0020}-\u{E007E}]+\u{E007F})?/gu

/** What remains of broken sequences. */
const leftovers = /[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F\u20E3\u{E0020}-\u{E007F}]|\u200D(?![\p{L}\p{M}])/gu

function shortcode(name: string, all: string, scene: Scene): string {
  const picture = emojiOfShortcode(name)
  if (picture !== undefined) return held(picture, scene)
  if (!/[a-z]/i.test(name)) return all
  return scene.context.emoji === 'silent' ? ' ' : scene.slots.hold({ kind: 'emoji', spoken: spokenIdentifier(name) })
}

function held(picture: string, { context, slots }: Scene): string {
  if (/^[#*0-9]/.test(picture)) return slots.hold({ kind: 'exact', spoken: picture.charAt(0) })
  // Signs such as © and ™ are text until a selector makes pictures of them.
  if (/^[©®™‼⁉ℹ〰〽㊗㊙Ⓜ▪▫↔-↙↩↪]$/u.test(picture)) return picture
  if (context.emoji === 'silent') return ' '
  const name = emojiName(picture, context.language)
  if (name !== undefined) return slots.hold({ kind: 'emoji', spoken: name })
  const members = picture.split(/\u200D|(?<=[\u{1F1E6}-\u{1F1FF}])/u)
  return members.length > 1 ? members.map((member) => held(member, { context, slots } as Scene)).join('') : ' '
}
