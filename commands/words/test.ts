import { callerSpeech } from '../../src/interactions/caller-speech.ts'
import { nameOfLanguage } from '../../src/interactions/choosing/languages.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { explainText } from '../../src/reader/typed-text.ts'

/** What Discord shows of one answer, less room for the headings. */
const MOST = 1_800

export const wordsTest = {
  kind: 'chat',
  path: 'words test',
  options: [{ name: 'text', kind: 'string', required: true, maxLength: 2_000 }],
  async run(context) {
    const { options, services, guildId: guild, usedAt: at, texts } = context
    const text = options.string('text') ?? ''
    const settings = await context.settings()
    const typed = { guild, text, lookups: context.lookupsIn(text), at }
    const { said, words, changes } = await explainText(typed, settings, services.settings)
    const { textRules, testSaid, testEmpty, testLanguage } = texts.settings
    const heading = said === '' ? [testEmpty()] : [testSaid(), quote(said)]
    const writing = { guild, channel: context.channelId, author: context.userId }
    const chosen = callerSpeech(settings, context).language.value
    const language =
      chosen === 'auto' ? await services.reader.languageOf(words, writing, settings.rules.announceLanguage) : chosen
    const reasons = changes.map(({ rule, text }) => `- **${textRules[rule]}:** ${plain(text)}`)
    return clip([...heading, testLanguage(nameOfLanguage(language, context)), ...reasons])
  },
} satisfies ChatCommand

function quote(text: string): string {
  return `> ${plain(text)}`
}

/** As it is, not as Discord would format it. */
function plain(text: string): string {
  return text.replace(/[\\`*_~|<>#]/g, (mark) => `\\${mark}`).slice(0, MOST / 2)
}

function clip(lines: readonly string[]): string {
  const fitting = lines.filter((_, index) => lines.slice(0, index + 1).join('\n').length <= MOST)
  return fitting.join('\n')
}
