import type { Scene, Step } from '../context.ts'
import { emojiInBrackets, isFace, MARKED_FACES } from '../faces.ts'
import { holdFace } from '../hold-picture.ts'
import { once } from '../once.ts'
import { pronounced } from '../pronounced.ts'

/**
 * Takes out the faces that hold Markdown marks or backslashes before those marks are looked at: in "(´・ω・`) … (´;ω;`)"
 * the backticks would pair up as code and swallow the words between. Faces with a backtick stay where spoilers may be,
 * because a missing backtick would change which bars belong together.
 */
export const markedFaces: Step = (text, scene) => {
  const plain = text.replace(famous, (face) => hold(face, MARKED_FACES.get(face), scene))
  if (!plain.includes('`') || plain.includes('||')) return plain
  return plain.replace(
    backtickFace,
    once((face, inside) => (isFace(inside) ? hold(face, emojiInBrackets(inside), scene) : face)),
  )
}

function hold(face: string, emoji: string | undefined, scene: Scene): string {
  const own = pronounced(face, scene.context)
  return own === undefined ? holdFace(emoji, scene) : scene.slots.hold({ kind: 'words', spoken: own })
}

const famous = new RegExp(
  [...MARKED_FACES.keys()].map((face) => face.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'),
  'gu',
)

const backtickFace = /[(（](?=[^()（）\n]{0,12}`)([^()（）\n\p{Co}]{2,12})[)）]/gu
