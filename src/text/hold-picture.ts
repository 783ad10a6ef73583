import type { Scene } from './context.ts'
import { emojiName } from './emoji-names.ts'

/** Holds a picture by its name, or only counts it, or leaves it out, as the server wishes. */
export function holdNamed(name: string, { context, slots }: Scene): string {
  if (context.emoji === 'silent') return ' '
  return context.emoji === 'count'
    ? slots.hold({ kind: 'picture', spoken: '' })
    : slots.hold({ kind: 'emoji', spoken: name })
}

/** Holds a face by the name of the emoji that it draws. A face that draws none has no name: it is silent, or counted. */
export function holdFace(emoji: string | undefined, scene: Scene): string {
  const name = emoji === undefined ? undefined : emojiName(emoji, scene.context.language)
  if (name !== undefined) return holdNamed(name, scene)
  return scene.context.emoji === 'count' ? holdNamed('', scene) : ' '
}
