import { callerSession } from '../../src/interactions/caller-session.ts'
import type { MenuCommand } from '../../src/interactions/command.ts'
import { outcomeSentence } from '../../src/interactions/outcome-sentence.ts'

export const readAloud = {
  kind: 'message',
  path: 'Read aloud',
  async run(context) {
    const { services, texts } = context
    const { place, joined } = callerSession(context)
    const [message] = await Promise.all([context.targetMessage(), joined])
    if (!message) return texts.reading.nothingToRead()
    const outcome = await services.reader.readAloud(message, context.userId)
    return outcome.kind === 'waiting' ? texts.reading.readingAloud(place.name) : outcomeSentence(outcome, texts)
  },
} satisfies MenuCommand
