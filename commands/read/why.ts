import type { MenuCommand } from '../../src/interactions/command.ts'
import { fateSentence } from '../../src/interactions/fate-sentence.ts'

export const whyRead = {
  kind: 'message',
  path: 'Why was this (not) read?',
  async run({ services, texts, targetMessage }) {
    const message = await targetMessage()
    return fateSentence(message && (await services.reader.fateOf(message)), texts)
  },
} satisfies MenuCommand
