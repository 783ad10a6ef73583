import { callerSession } from '../../src/discord/caller-session.ts'
import type { MenuCommand } from '../../src/discord/command.ts'
import { fateSentence } from '../../src/discord/fate-sentence.ts'

export const readAloud = {
  kind: 'message',
  path: 'Read aloud',
  async run(context) {
    const { services, texts, targetMessage } = context
    if (!targetMessage) return texts.reading.nothingToRead()
    const { place, joined } = callerSession(context)
    await joined
    const fate = await services.reader.readAloud(targetMessage)
    return fate.kind === 'waiting' ? texts.reading.readingAloud(place.name) : fateSentence(fate, texts)
  },
} satisfies MenuCommand
