import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages, number } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `From now on I'll read ${channel} aloud in **${voice}**.`,
  willReadHere: (channel, voice) =>
    `I'll read ${channel} aloud whenever I'm in **${voice}**. Go there and use \`/join\` to bring me.`,
  notReadAnyMore: (channel) => `I no longer read ${channel}.`,
  notRead: (channel) => `I wasn't reading ${channel}, so nothing changed. \`/read list\` shows what I read.`,
  list: () => 'I read these channels aloud:',
  listed: (channel, voice) => `${channel} in ${voice}`,
  emptyList: () =>
    "I don't read any text channel yet, only the chat of the voice channel I'm in. Use `/read here` in a text channel.",

  readingAloud: (voice) => `Reading it in **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Reading ${messages(count)} in **${voice}**${left > 0 ? ` (${number(left)} skipped)` : ''}.`,
  nothingToRead: () => "There's nothing here that I can read aloud.",

  youAreRead: () => "I'll read your messages in this server again.",
  youAreNotRead: () =>
    "I won't read your messages in this server any more. Choose the same menu item again to undo this.",
  isRead: (person) => `I'll read messages from ${person} again.`,
  isNotRead: (person) => `I won't read messages from ${person} any more. Choose the same menu item again to undo this.`,

  following: (person) => `I'll follow ${person} between voice channels until I leave.`,
  followingNoMore: (person) => `I no longer follow ${person}.`,

  outcomes: {
    waiting: "It's waiting to be read, or being read right now.",
    spoken: 'It was read.',
    empty: 'It contains nothing I can say aloud.',
    'left-out': 'It was skipped because too many messages were waiting.',
    dropped: 'It was skipped or stopped, or I left before its turn.',
    deleted: 'It was deleted before I finished reading it.',
    unknown: "I would read it now, but I wasn't there when it was sent, or it's too old for me to remember.",
  },
  reasons: {
    'own-message': "It's one of my own messages; I never read those.",
    'system-message': "It's a system message from Discord.",
    command: "It's the response to a command.",
    'opted-out': 'Its author has opted out of being read.',
    'unread-member': 'This server has excluded its author from being read.',
    'channel-not-read': "I don't read this channel. A server manager can use `/read here` in it.",
    bot: "Its author is a bot, and I don't read bots in this server. `/server reading` changes that.",
    webhook: "It came from a webhook, and I don't read webhooks in this server. `/server reading` changes that.",
    'ignored-role': "Its author has a role that I don't read here. `/server roles` changes that.",
    'missing-role': 'Its author has none of the roles that I read here. `/server roles` changes that.',
    'age-restricted': "It's from an age-restricted channel, but everyone can join the voice channel.",
    silent: 'It was sent with `@silent`.',
    'ignored-prefix': "It starts with the prefix for messages that I don't read. `/server reading` changes that.",
    'missing-prefix': "It doesn't start with the prefix that messages need here. `/server reading` changes that.",
    'too-old': 'It was more than two minutes old when it reached me.',
    'not-there': "I'm not in the voice channel where I read this channel. Use `/join` there.",
    'author-not-in-voice': "Its author isn't in the voice channel with me. `/server reading` changes that.",
    'author-muted': 'A moderator has muted its author in voice.',
    duplicate: 'Its author already sent the same text: three times in ten seconds, or a long one twice in a minute.',
    'member-rate': 'Its author sent more messages per minute than I read here. `/server limits` changes that.',
    'server-rate': 'More messages were sent per minute than I read here. `/server limits` changes that.',
  },
  failed: (sentence) => `I couldn't say it. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { description: 'Read text channels aloud' },
  'read here': {
    description: 'Read this text channel aloud',
    options: { voice: { description: 'Voice channel to read it in; yours if you leave it out' } },
  },
  'read stop': {
    description: 'Stop reading a text channel',
    options: { channel: { description: 'Text channel; this one if you leave it out' } },
  },
  'read list': { description: 'List the text channels that I read, and where' },
  follow: {
    description: 'Follow a member between voice channels; run it again for the same member to stop',
    options: { person: { description: 'Member to follow; yourself if you leave it out' } },
  },
  'Read aloud': { name: 'Read aloud', description: 'Read this message aloud in your voice channel' },
  'Read from here': { name: 'Read from here', description: 'Read this message and the ones after it aloud' },
  'Why was this (not) read?': {
    name: 'Why was this (not) read?',
    description: 'Explain why this message was or was not read',
  },
  "Read this person / don't": {
    name: "Read this person / don't",
    description: "Turn reading this person's messages in this server on or off",
  },
}
