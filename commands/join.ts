import { callerSession } from '../src/interactions/caller-session.ts'
import type { ChatCommand } from '../src/interactions/command.ts'

export const join = {
  kind: 'chat',
  path: 'join',
  async run(context) {
    const { place, joined } = callerSession(context)
    await joined
    return context.texts.replies.joined(place.name)
  },
} satisfies ChatCommand
