import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `I read ${channel} aloud in **${voice}** from now on.`,
  willReadHere: (channel, voice) =>
    `I read ${channel} aloud whenever I am in **${voice}**. Go there and use \`/join\` to bring me.`,
  notReadAnyMore: (channel) => `I no longer read ${channel}.`,
  notRead: (channel) => `I do not read ${channel}; nothing has changed. \`/read list\` shows what I read.`,
  list: () => 'I read these channels aloud:',
  listed: (channel, voice) => `${channel} in ${voice}`,
  emptyList: () =>
    'I read no channel yet, only the chat of the voice channel I am in. Use `/read here` in a text channel.',

  readingAloud: (voice) => `I read it in **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `I read ${messages(count)} in **${voice}**${left > 0 ? `; ${messages(left)} I may not read, or had no words` : ''}.`,
  nothingToRead: () => 'There is nothing here that I may read.',

  youAreRead: () => 'Your messages are read again in this server.',
  youAreNotRead: () => 'Your messages are not read in this server from now on. Use the same entry to change that.',
  isRead: (person) => `Messages of ${person} are read again.`,
  isNotRead: (person) => `Messages of ${person} are not read from now on. Use the same entry to change that.`,

  following: (person) => `I follow ${person} from one voice channel to the next until I leave.`,
  followingNoMore: (person) => `I no longer follow ${person}.`,

  fates: {
    waiting: 'It is waiting to be read, or being read right now.',
    spoken: 'It was read.',
    empty: 'It has nothing in it that a voice could say.',
    'left-out': 'It was left out because too many messages were waiting.',
    dropped: 'It was skipped, stopped, or I left before its turn came.',
    deleted: 'It was deleted before it was read to its end.',
    unknown: 'I would read it now, but I was not there when it was written, or it is too long ago to know.',
  },
  reasons: {
    'own-message': 'It is one of my own messages; I never read those.',
    'system-message': 'It was written by Discord itself, not by a person.',
    command: 'It is the answer to a command.',
    'opted-out': 'Its author does not want to be read.',
    'unread-member': 'This server does not want its author read.',
    'channel-not-read': 'This channel is not read. Somebody who manages the server can use `/read here` in it.',
    bot: 'Its author is a bot, and this server does not have bots read. `/server reading` changes that.',
    webhook: 'It came from a webhook, and this server does not have those read. `/server reading` changes that.',
    'ignored-role': 'Its author has a role whose messages are not read here. `/server roles` changes that.',
    'missing-role': 'Its author has none of the roles whose messages are read here. `/server roles` changes that.',
    'age-restricted': 'It was written in an age-restricted channel, and the voice channel is open to everybody.',
    silent: 'It was sent with `@silent`.',
    'ignored-prefix': 'It begins with the sign that means "do not read". `/server reading` changes that.',
    'missing-prefix':
      'Only messages that begin with a certain sign are read here. `/server reading` shows and changes it.',
    'too-old': 'It was more than two minutes old when I got it.',
    'not-there': 'I am not in the voice channel that this channel is read into. Use `/join` there.',
    'author-not-in-voice': 'Its author is not in the voice channel with me. `/server reading` can have everybody read.',
    'author-muted': 'A moderator has muted its author in voice.',
    duplicate: 'Its author wrote the same within the last minute.',
    'member-rate': 'Its author wrote more messages in a minute than are read here. `/server limits` changes that.',
    'server-rate': 'More messages were written in a minute than are read here. `/server limits` changes that.',
  },
  failed: (sentence) => `It could not be spoken. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { description: 'Which text channels are read aloud' },
  'read here': {
    description: 'Read this text channel aloud',
    options: { voice: { description: 'In which voice channel; yours if you leave it out' } },
  },
  'read stop': {
    description: 'Stop reading a text channel',
    options: { channel: { description: 'Which one; this one if you leave it out' } },
  },
  'read list': { description: 'Show which text channels are read, and where' },
  follow: {
    description: 'Follow somebody through the voice channels; the same person again ends it',
    options: { person: { description: 'Whom; yourself if you leave it out' } },
  },
  'Read aloud': { name: 'Read aloud', description: 'Read this message aloud in your voice channel' },
  'Read from here': { name: 'Read from here', description: 'Read this message and those after it aloud' },
  'Why was this (not) read?': { name: 'Why was this (not) read?', description: 'Say what became of this message' },
  "Read this person / don't": {
    name: "Read this person / don't",
    description: 'Switch whether the messages of this person are read in this server',
  },
}
