import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { description: 'Start typing a name, a language or a kind of voice' }
const style = { description: 'A style from the list, or your own words: whispering, like a sports commentator, …' }
const language = { description: 'Language of the text' }
const channel = { description: 'Channel; this one if you leave it out' }
const whose = { description: 'Whose list', choices: { me: 'mine', server: "the server's" } }

export const settingCommands: SettingCommandTexts = {
  voice: { description: 'Your voice in this server' },
  'voice set': { description: 'Choose your voice', options: { voice } },
  'voice style': { description: 'Choose how your voice speaks', options: { style } },
  'voice language': { description: 'Choose the language you write in', options: { language } },
  'voice speed': {
    description: 'Choose how fast your voice speaks',
    options: { speed: { description: '0.5 is half, 2 is twice the usual speed' } },
  },
  'voice time-zone': {
    description: 'Choose the time zone for times you write',
    options: { zone: { description: 'Start typing a city: Berlin, Tokyo, New York' } },
  },
  'voice show': { description: 'Show your voice settings and where each one comes from' },
  'voice reset': {
    description: 'Reset your voice settings',
    options: {
      setting: {
        description: 'What to reset; everything if you leave it out',
        choices: { voice: 'Voice', style: 'Style', language: 'Language', speed: 'Speed', 'time-zone': 'Time zone' },
      },
    },
  },
  'voice preview': { description: 'Listen to a voice', options: { voice, style } },
  'voice list': { description: 'Browse all voices' },

  style: { description: 'Styles: how a voice speaks' },
  'style use': { description: 'Choose how your voice speaks', options: { style } },
  'style list': { description: 'List all styles' },
  'style add': {
    description: 'Save a style under a name for everyone in this server',
    options: {
      name: { description: 'A short name' },
      style: { description: 'How to speak, in plain words, in English or Chinese' },
    },
  },
  'style remove': {
    description: "Remove one of this server's styles",
    options: { name: { description: 'Its name' } },
  },

  server: { description: 'Settings of this server' },
  'server voice': { description: "Default voice for members who haven't picked one", options: { voice } },
  'server style': { description: "Default style for members who haven't picked one", options: { style } },
  'server language': { description: 'Language of the messages in this server', options: { language } },
  'server engine': {
    description: 'Speech service and model',
    options: {
      engine: { description: 'Speech service' },
      model: { description: 'Model of the speech service' },
    },
  },
  'server limits': {
    description: 'How much and how fast I read',
    options: {
      'max-length': { description: 'Longest message that I read, 1 to 2000 characters' },
      queue: { description: 'Messages that can wait, 1 to 200' },
      'queue-per-member': { description: 'Waiting messages per member, 1 to 50' },
      'per-minute': { description: 'Messages per member and minute, 1 to 120' },
      'everybody-per-minute': { description: 'Messages per minute from everyone together, 1 to 600' },
      interrupting: {
        description: "Who may skip or stop other people's messages",
        choices: {
          everyone: 'everyone in the channel',
          vote: 'by a vote of half the channel',
          managers: 'managers only',
        },
      },
      'alone-after': { description: 'Seconds until I leave an empty channel, up to 86400; 0 means never' },
      speed: { description: "Default speed for members who haven't picked one, 0.5 to 2" },
      volume: { description: 'Volume, 0 to 2' },
    },
  },
  'server announce': {
    description: 'What I say between messages',
    options: {
      names: {
        description: 'When to say the name before a message',
        choices: { never: 'never', change: 'when the author changes', always: 'always' },
      },
      language: { description: 'Language of announcements' },
      joins: { description: 'Announce joins' },
      leaves: { description: 'Announce leaves' },
    },
  },
  'server reading': {
    description: 'Which messages I read',
    options: {
      bots: { description: 'Read messages from bots' },
      webhooks: { description: 'Read messages from webhooks' },
      embeds: {
        description: 'How much of an embed I read',
        choices: { off: 'nothing', title: 'the title', text: 'title and text', all: 'everything' },
      },
      'mark-repeats': { description: 'React to messages skipped as repeats' },
      'only-in-voice': { description: 'Read only members in the voice channel' },
      'auto-join': { description: 'Join when the first member enters the voice channel' },
      'ignore-prefix': { description: 'Skip messages that start with this' },
      'require-prefix': { description: 'Read only messages that start with this' },
    },
  },
  'server text': {
    description: 'How I put messages into words',
    options: {
      shorthand: { description: 'Spell out chat shorthand: brb as “be right back”' },
      emoji: {
        description: 'How I say emoji and faces',
        choices: { names: 'by name', count: 'only how many', silent: 'silent' },
      },
      'time-zone': { description: 'Time zone for times; start typing a city' },
    },
  },
  'server roles': {
    description: 'Whose messages I read, by role',
    options: {
      role: { description: 'Role' },
      rule: {
        description: 'What applies to members with this role',
        choices: { required: 'read only these', ignored: 'never read', none: 'no rule' },
      },
    },
  },
  'server budget': {
    description: 'Limit how many characters I speak',
    options: {
      'server-day': { description: 'Everyone together, per day' },
      'server-month': { description: 'Everyone together, per month' },
      'member-day': { description: 'Each member, per day' },
      'member-month': { description: 'Each member, per month' },
      'when-spent': {
        description: 'What happens when a budget is used up',
        choices: { local: 'continue with the local voice', stop: 'stop and say so' },
      },
    },
  },
  'server show': { description: 'Show all settings of this server' },
  'server reset': {
    description: 'Reset settings of this server',
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
          reading: 'Which messages I read',
          text: 'How I put messages into words',
          roles: 'Roles',
          budget: 'Budget',
          all: 'Everything here',
        },
      },
    },
  },
  'server panel': { description: 'Change the most common settings with buttons' },

  channel: { description: 'Voice settings of one channel' },
  'channel voice': {
    description: "Default voice in a channel for members who haven't picked one",
    options: { voice, channel },
  },
  'channel style': {
    description: "Default style in a channel for members who haven't picked one",
    options: { style, channel },
  },
  'channel language': { description: 'Language of the messages in a channel', options: { language, channel } },
  'channel reset': { description: "Go back to the server's settings in a channel", options: { channel } },

  words: { description: 'How words are pronounced' },
  'words add': {
    description: 'Change how a word is pronounced',
    options: {
      written: { description: 'The word as it is written' },
      spoken: { description: 'What to say instead; leave it out to say nothing' },
      for: whose,
      regex: { description: 'The written word is a regular expression (RE2)' },
      'whole-word': { description: 'Match whole words only; yes if you leave it out' },
      'match-case': { description: 'Match upper and lower case exactly' },
    },
  },
  'words test': {
    description: 'See how I say a text, and why',
    options: { text: { description: 'Text as you would write it' } },
  },
  'words remove': {
    description: 'Remove a word from the list',
    options: { written: { description: 'The word as it is written' }, for: whose },
  },
  'words list': { description: 'Show the list', options: { for: whose } },
  'words import': {
    description: 'Add words from a file',
    options: {
      file: { description: 'A CSV or JSON file like the one from /words export; up to 256 KiB' },
      for: whose,
      replace: { description: 'Remove all other words' },
    },
  },
  'words export': {
    description: 'Get the list as a file',
    options: {
      format: { description: 'File format', choices: { csv: 'CSV (for a spreadsheet)', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { description: 'What I call you' },
  'nickname set': {
    description: 'Choose the name I say before your messages',
    options: { name: { description: 'The name as I should say it' } },
  },
  'nickname reset': { description: 'Go back to your name in this server' },

  optout: { description: 'Opt out of having your messages read' },
  'optout here': { description: 'Never read my messages in this server' },
  'optout everywhere': { description: 'Never read my messages in any server' },
  'optout off': { description: 'Read my messages again' },

  mydata: { description: 'What I store about you' },
  'mydata export': { description: 'Get everything I store about you as a file' },
  'mydata delete': { description: 'Delete everything I store about you' },

  privacy: { description: 'What I store, for how long, and where texts go' },
}
