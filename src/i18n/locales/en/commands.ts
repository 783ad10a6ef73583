import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { description: 'Join your voice channel' },
  leave: { description: 'Leave the voice channel' },
  say: {
    description: 'Say something in your voice channel',
    options: {
      text: { description: 'What to say' },
      voice: { description: 'Which voice: start typing a name, a language or a kind of voice' },
      style: { description: 'How to say it, in your own words: whispering, like a sports commentator, …' },
      language: { description: 'Language of the text; detected automatically if you leave it out' },
    },
  },
  skip: { description: 'Skip the current message' },
  stop: { description: 'Stop speaking and clear the queue' },
  doctor: { description: 'Check that everything works here, and what to do if it does not' },
  setup: { description: 'Set me up step by step: voice, channel, people, announcements' },
  help: { description: 'What I can do, and where to find it' },
  ...settingCommands,
  ...readingCommands,
}
