import type { MenuCommand } from '../../src/discord/command.ts'
import { fateSentence } from '../../src/discord/fate-sentence.ts'

export const whyRead = {
  kind: 'message',
  path: 'Why was this (not) read?',
  async run({ services, texts, targetMessage }) {
    return fateSentence(targetMessage && (await services.reader.fateOf(targetMessage)), texts)
  },
} satisfies MenuCommand
