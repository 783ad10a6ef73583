import type { Scene, Step } from '../context.ts'
import { spokenName } from '../names.ts'

/** Says members, roles, channels and slash commands by name, never by id. */
export const mentions: Step = (text, scene) => {
  const { phrases } = scene.context
  const hold = (spoken: string) => scene.slots.hold({ kind: 'words', spoken })
  return text
    .replace(/<(@!?|@&|#)(\d+)>/g, (_, sign: string, id: string) => hold(nameOf(sign, id, scene)))
    .replace(/<\/([^<>:\n]{1,120}):\d+>/g, (_, name: string) =>
      hold(phrases.command(spokenName(name, scene.context, ''))),
    )
    .replace(/<id:[a-z-]{1,40}(?::\d+)?>/g, () => hold(phrases.aChannel))
    .replace(/<sound:\d+:\d+>/g, ' ')
    .replace(/(?<![\p{L}\p{N}._%+-])@everyone\b/gu, () => hold(phrases.everyone))
    .replace(/(?<![\p{L}\p{N}._%+-])@here\b/gu, () => hold(phrases.everyoneHere))
}

function nameOf(sign: string, id: string, { context, lookups }: Scene): string {
  const { phrases } = context
  if (sign === '#') return spokenName(lookups.channels.get(id), context, phrases.aChannel)
  if (sign === '@&') return spokenName(lookups.roles.get(id), context, phrases.aRole)
  return spokenName(lookups.users.get(id), context, phrases.someone)
}
