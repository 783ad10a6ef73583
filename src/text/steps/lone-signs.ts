import type { Step } from '../context.ts'
import { emojiOfFace } from '../faces.ts'
import { holdFace } from '../hold-picture.ts'
import type { SignName } from '../phrases.ts'

/** A message of signs alone has something to say too: "?" is "question mark", ")))" is a smile. */
export const loneSigns: Step = (text, scene) => {
  const signs = text.trim()
  if (signs === '' || signs.length > LONGEST || !/^[\p{P}\p{S}\s]+$/u.test(signs)) return text
  const face = emojiOfLoneSigns(signs, scene.context.language === 'ru')
  if (face !== undefined) return holdFace(face, scene)
  const names = [...new Set([...signs.replace(/\.{2,}|。{2,}|・{2,}|⋯/gu, '…')].flatMap((sign) => NAMES[sign] ?? []))]
  return names.length === 0
    ? text
    : names.map((name) => scene.slots.hold({ kind: 'words', spoken: scene.context.phrases.signs[name] })).join(' ')
}

/** Longer ones are drawings and rulers. */
const LONGEST = 60

/** In Russian one bracket smiles already. "^^^" points three times at what was written above. */
function emojiOfLoneSigns(signs: string, isRussian: boolean): string | undefined {
  const least = isRussian ? 1 : 2
  if (/^[)）]+$/u.test(signs)) return signs.length >= least ? '🙂' : undefined
  if (/^[(（]+$/u.test(signs)) return signs.length >= least ? '🙁' : undefined
  return /^\^{3,}$/u.test(signs) ? undefined : emojiOfFace(signs, true)
}

const NAMES: Readonly<Record<string, SignName>> = {
  '?': 'questionMark',
  '？': 'questionMark',
  '¿': 'questionMark',
  '⁇': 'questionMark',
  '!': 'exclamationMark',
  '！': 'exclamationMark',
  '¡': 'exclamationMark',
  '…': 'ellipsis',
  '.': 'dot',
  '。': 'dot',
  '+': 'plus',
  '＋': 'plus',
  '-': 'minus',
  '=': 'equals',
  '^': 'arrowUp',
  '↑': 'arrowUp',
  '/': 'slash',
  '#': 'hash',
  '@': 'at',
  '%': 'percent',
  '&': 'and',
}
