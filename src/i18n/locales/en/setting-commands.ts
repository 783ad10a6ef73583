import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { description: 'Start typing a name, a language or a kind of voice' }
const style = { description: 'A style from the list, or your own words: whispering, like a sports commentator, …' }
const language = { description: 'The language of the text' }
const channel = { description: 'The channel; this one if you leave it out' }
const whose = { description: 'Whose list', choices: { me: 'mine', server: 'the server’s' } }

export const settingCommands: SettingCommandTexts = {
  voice: { description: 'Your voice in this server' },
  'voice set': { description: 'Choose your voice', options: { voice } },
  'voice style': { description: 'Choose how your voice speaks', options: { style } },
  'voice language': { description: 'Choose the language that you write in', options: { language } },
  'voice speed': {
    description: 'Choose how fast your voice speaks',
    options: { speed: { description: '0.5 is half, 2 is twice as fast as usual' } },
  },
  'voice show': { description: 'Show your voice, and where each choice comes from' },
  'voice reset': {
    description: 'Go back to the voice that everybody has',
    options: {
      setting: {
        description: 'What to reset; everything if you leave it out',
        choices: { voice: 'Voice', style: 'Style', language: 'Language', speed: 'Speed' },
      },
    },
  },
  'voice preview': { description: 'Listen to a voice', options: { voice, style } },
  'voice list': { description: 'Look through all voices' },

  style: { description: 'Styles: how a voice speaks' },
  'style use': { description: 'Choose how your voice speaks', options: { style } },
  'style list': { description: 'Show the styles that have a name' },
  'style add': {
    description: 'Give a style a name that everybody in this server can use',
    options: {
      name: { description: 'A short name' },
      style: { description: 'How to speak, in plain words, in English or Chinese' },
    },
  },
  'style remove': {
    description: 'Remove a style of this server',
    options: { name: { description: 'Its name' } },
  },

  server: { description: 'The settings of this server' },
  'server voice': { description: 'The voice of everybody who chose none', options: { voice } },
  'server style': { description: 'The style of everybody who chose none', options: { style } },
  'server language': { description: 'The language that is written here', options: { language } },
  'server engine': {
    description: 'The service that makes the speech',
    options: {
      engine: { description: 'The speech service' },
      model: { description: 'The model of the speech service' },
    },
  },
  'server limits': {
    description: 'How much and how fast is read',
    options: {
      'max-length': { description: 'The longest message that is read, 1 to 2000 characters' },
      queue: { description: 'Messages that may wait, 1 to 200' },
      'queue-per-member': { description: 'Waiting messages of one member, 1 to 50' },
      'per-minute': { description: 'Messages of one member in a minute, 1 to 120' },
      'everybody-per-minute': { description: 'Messages of everybody in a minute, 1 to 600' },
      'alone-after': { description: 'Seconds until I leave an empty channel, up to 86400; 0 stays' },
      speed: { description: 'The pace of everybody who chose none, 0.5 to 2' },
      volume: { description: 'The loudness, 0 to 2' },
    },
  },
  'server announce': {
    description: 'What I say between messages',
    options: {
      names: {
        description: 'When the name is said before a message',
        choices: { never: 'never', change: 'when somebody else spoke before', always: 'always' },
      },
      language: { description: 'The language of announcements' },
      joins: { description: 'Say who comes' },
      leaves: { description: 'Say who goes' },
    },
  },
  'server reading': {
    description: 'Which messages are read',
    options: {
      bots: { description: 'Messages of bots' },
      webhooks: { description: 'Messages of webhooks' },
      embeds: { description: 'What stands in embeds' },
      'only-in-voice': { description: 'Only of members who are in the voice channel' },
      'auto-join': { description: 'Come when the first member enters the voice channel' },
      'ignore-prefix': { description: 'Messages that begin like this are not read' },
      'require-prefix': { description: 'Only messages that begin like this are read' },
    },
  },
  'server roles': {
    description: 'Whose messages are read, by role',
    options: {
      role: { description: 'The role' },
      rule: {
        description: 'What holds for people with it',
        choices: { required: 'only these are read', ignored: 'never read', none: 'nothing special' },
      },
    },
  },
  'server budget': {
    description: 'How many characters may be spoken',
    options: {
      'server-day': { description: 'By everybody together in a day' },
      'server-month': { description: 'By everybody together in a month' },
      'member-day': { description: 'By one member in a day' },
      'member-month': { description: 'By one member in a month' },
      'when-spent': {
        description: 'What happens then',
        choices: { local: 'go on with the local voice', stop: 'stop and say so' },
      },
    },
  },
  'server show': { description: 'Show all settings of this server' },
  'server reset': {
    description: 'Go back to the default',
    options: {
      setting: {
        description: 'What to reset',
        choices: {
          voice: 'Voice',
          style: 'Style',
          language: 'Language',
          engine: 'Speech service',
          limits: 'Limits',
          announce: 'Announcements',
          reading: 'Which messages are read',
          roles: 'Roles',
          budget: 'Budget',
          all: 'Everything here',
        },
      },
    },
  },
  'server panel': { description: 'Change the most used settings by pressing buttons' },

  channel: { description: 'The voice of one channel' },
  'channel voice': { description: 'The voice of everybody who chose none', options: { voice, channel } },
  'channel style': { description: 'The style of everybody who chose none', options: { style, channel } },
  'channel language': { description: 'The language that is written there', options: { language, channel } },
  'channel reset': { description: 'Go back to what holds in the server', options: { channel } },

  words: { description: 'How words are pronounced' },
  'words add': {
    description: 'Say something else than what is written',
    options: {
      written: { description: 'What is written' },
      spoken: { description: 'What to say; leave it out for silence' },
      for: whose,
      regex: { description: 'What is written is a pattern (RE2)' },
      'whole-word': { description: 'Not inside a longer word; yes if you leave it out' },
      'match-case': { description: 'Only in this upper and lower case' },
    },
  },
  'words remove': {
    description: 'Say a word as it is written again',
    options: { written: { description: 'What is written' }, for: whose },
  },
  'words list': { description: 'Show the list', options: { for: whose } },
  'words import': {
    description: 'Add words from a file',
    options: {
      file: { description: 'A CSV or JSON file, as /words export makes it; up to 256 KiB' },
      for: whose,
      replace: { description: 'Remove all other words' },
    },
  },
  'words export': {
    description: 'Get the list as a file',
    options: {
      format: { description: 'The kind of file', choices: { csv: 'CSV (for a spreadsheet)', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { description: 'What I call you' },
  'nickname set': {
    description: 'Choose the name that I say before your messages',
    options: { name: { description: 'The name as it is to be said' } },
  },
  'nickname reset': { description: 'Go back to your name in this server' },

  optout: { description: 'Do not read what I write' },
  'optout here': { description: 'Never read what I write in this server' },
  'optout everywhere': { description: 'Never read what I write in any server' },
  'optout off': { description: 'Read what I write again' },

  mydata: { description: 'What is kept about you' },
  'mydata export': { description: 'Get everything that is kept about you as a file' },
  'mydata delete': { description: 'Delete everything that is kept about you' },

  privacy: { description: 'What is kept, for how long, and where texts go' },
}
