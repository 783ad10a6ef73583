import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('en')

export const spoken = {
  says: (name) => `${name} says`,
  answers: (name, other) => `${name}, answering ${other}`,
  sends: (name) => `${name} sends`,

  someone: 'someone',
  aRole: 'a role',
  aChannel: 'a channel',
  everyone: 'everyone',
  everyoneHere: 'everyone here',
  command: (name) => `command ${name}`,

  link: 'link',
  links: counted('en', { single: 'link', other: '# links' }),
  linkTo: (domain) => `link to ${domain}`,
  code: 'code',
  spoiler: 'spoiler',
  times: (count, name) => `${count} times ${name}`,
  emojis: counted('en', { single: 'an emoji', other: '# emojis' }),
  at: 'at',
  dot: 'dot',
  signs: {
    questionMark: 'question mark',
    exclamationMark: 'exclamation mark',
    ellipsis: 'dot dot dot',
    dot: 'dot',
    plus: 'plus',
    minus: 'minus',
    equals: 'equals',
    arrowUp: 'arrow up',
    slash: 'slash',
    hash: 'hash',
    at: 'at',
    percent: 'percent',
    and: 'and',
  },

  forwarded: 'forwarded',
  poll: (question) => `poll: ${question}`,
  options: (answers) => `options: ${either(answers)}`,
  sticker: (name) => (name === '' ? 'sticker' : `sticker ${name}`),
  embed: (title) => `preview: ${title}`,
  images: counted('en', { single: 'image', other: '# images' }),
  videos: counted('en', { single: 'video', other: '# videos' }),
  audios: counted('en', { single: 'audio file', other: '# audio files' }),
  files: counted('en', { single: 'file', other: '# files' }),
  file: (name) => `file ${name}`,
  voiceMessage: 'voice message',
  duration: lasting('en'),

  andSoOn: 'and so on',

  joins: (name) => `${name} joined`,
  leaves: (name) => `${name} left`,
  leftOut: counted('en', { single: 'a message left out', other: '# messages left out' }),
} as const satisfies Spoken
