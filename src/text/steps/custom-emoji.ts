import type { Scene, Step } from '../context.ts'
import { holdNamed } from '../hold-picture.ts'
import { once } from '../once.ts'
import { pronounced } from '../pronounced.ts'

/** `<:partyBlob:1>` is "party Blob". Before links, which would take `<a:name:id>` for an address. */
export const customEmoji: Step = (text, scene) => {
  return text.replace(
    /<a?:([\p{L}\p{N}_~+-]{1,64}):\d+>/gu,
    once((_, name) => holdIdentifier(name, scene)),
  )
}

/** By the dictionaries' word for `:name:` or for the name, else by the words in the name. */
export function holdIdentifier(name: string, scene: Scene): string {
  const own = pronounced(`:${name}:`, scene.context) ?? pronounced(name, scene.context)
  return own === undefined ? holdNamed(spokenIdentifier(name), scene) : scene.slots.hold({ kind: 'words', spoken: own })
}

/** An identifier as words: `pepeLaugh_2` is "pepe Laugh 2". */
export function spokenIdentifier(name: string): string {
  const words = name
    .replace(/[_~+-]+/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L})(?=\p{N})/gu, '$1 ')
    .trim()
  return words === '' ? name : words
}
