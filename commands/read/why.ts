import type { MenuCommand } from '../../src/interactions/command.ts'
import { outcomeSentence } from '../../src/interactions/outcome-sentence.ts'

export const whyRead = {
  kind: 'message',
  path: 'Why was this (not) read?',
  async run({ services, texts, targetMessage }) {
    const message = await targetMessage()
    return outcomeSentence(message && (await services.reader.outcomeOf(message)), texts)
  },
} satisfies MenuCommand
