import { callerSession } from '../../src/discord/caller-session.ts'
import type { MenuCommand } from '../../src/discord/command.ts'

/** Without the first. More than this nobody listens to, and it can be used again further down. */
const MAX_FOLLOWING = 19

export const readFromHere = {
  kind: 'message',
  path: 'Read from here',
  async run(context) {
    const { services, texts, targetMessage } = context
    if (!targetMessage) return texts.reading.nothingToRead()
    const following = await context.messagesAfter(targetMessage.id, MAX_FOLLOWING)
    const { place, joined } = callerSession(context)
    await joined
    let [read, left] = [0, 0]
    for (const message of [targetMessage, ...following]) {
      const { kind } = await services.reader.readAloud(message)
      if (kind === 'waiting') read += 1
      else left += 1
    }
    return read === 0 ? texts.reading.nothingToRead() : texts.reading.readingFrom(read, left, place.name)
  },
} satisfies MenuCommand
