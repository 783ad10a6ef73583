import { callerSession } from '../../src/interactions/caller-session.ts'
import type { MenuCommand } from '../../src/interactions/command.ts'
import type { Incoming } from '../../src/reader/incoming.ts'

/** Without the first one. Nobody listens to more, and the menu can be used again further down. */
const MAX_FOLLOWING = 19

export const readFromHere = {
  kind: 'message',
  path: 'Read from here',
  async run(context) {
    const { services, texts } = context
    const messages = await context.messagesFromTarget(MAX_FOLLOWING)
    const { place, joined } = callerSession(context)
    await joined
    const queued: Incoming[] = []
    for (const message of messages) {
      const { kind } = await services.reader.readAloud(message, context.userId)
      if (kind === 'waiting') queued.push(message)
    }
    // With a short queue, the last messages have replaced the first.
    const outcomes = await Promise.all(queued.map((message) => services.reader.outcomeOf(message)))
    const read = outcomes.filter((outcome) => outcome?.kind === 'waiting' || outcome?.kind === 'spoken').length
    const left = messages.length - read
    return read === 0 ? texts.reading.nothingToRead() : texts.reading.readingFrom(read, left, place.name)
  },
} satisfies MenuCommand
