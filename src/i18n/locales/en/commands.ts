import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { description: 'Come to the voice channel you are in' },
  leave: { description: 'Leave the voice channel' },
  say: {
    description: 'Say something aloud in your voice channel',
    options: {
      text: { description: 'What to say' },
      voice: { description: 'Whose voice: start typing a name, a language or a kind of voice' },
      style: { description: 'How to say it, in your own words: whispering, like a sports commentator, …' },
      language: { description: 'The language of the text; found out by itself if you leave it out' },
    },
  },
  skip: { description: 'Skip what is being said now' },
  stop: { description: 'Stop speaking and forget everything that was still to be said' },
  doctor: { description: 'Check that everything works here, and how to mend what does not' },
  ...settingCommands,
  ...readingCommands,
}
