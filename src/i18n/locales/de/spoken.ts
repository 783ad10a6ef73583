import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('de')

export const spoken = {
  says: (name) => `${name} sagt`,
  answers: (name, other) => `${name} antwortet ${other}`,
  sends: (name) => `${name} schickt`,

  someone: 'jemand',
  aRole: 'eine Rolle',
  aChannel: 'ein Kanal',
  everyone: 'alle',
  everyoneHere: 'alle hier',
  command: (name) => `Befehl ${name}`,

  link: 'Link',
  links: counted('de', { single: 'Link', other: '# Links' }),
  linkTo: (domain) => `Link zu ${domain}`,
  code: 'Code',
  spoiler: 'Spoiler',
  times: (count, name) => `${count} Mal ${name}`,
  emojis: counted('de', { single: 'ein Emoji', other: '# Emojis' }),
  at: 'ät',
  dot: 'Punkt',
  signs: {
    questionMark: 'Fragezeichen',
    exclamationMark: 'Ausrufezeichen',
    ellipsis: 'Punkt Punkt Punkt',
    dot: 'Punkt',
    plus: 'plus',
    minus: 'minus',
    equals: 'gleich',
    arrowUp: 'Pfeil nach oben',
    slash: 'Schrägstrich',
    hash: 'Raute',
    at: 'ät',
    percent: 'Prozent',
    and: 'und',
  },

  forwarded: 'weitergeleitet',
  poll: (question) => `Umfrage: ${question}`,
  options: (answers) => `zur Wahl: ${either(answers)}`,
  sticker: (name) => (name === '' ? 'Sticker' : `Sticker ${name}`),
  embed: (title) => `Vorschau: ${title}`,
  images: counted('de', { single: 'Bild', other: '# Bilder' }),
  videos: counted('de', { single: 'Video', other: '# Videos' }),
  audios: counted('de', { single: 'Audiodatei', other: '# Audiodateien' }),
  files: counted('de', { single: 'Datei', other: '# Dateien' }),
  file: (name) => `Datei ${name}`,
  voiceMessage: 'Sprachnachricht',
  duration: lasting('de'),

  andSoOn: 'und so weiter',

  joins: (name) => `${name} ist da`,
  leaves: (name) => `${name} ist gegangen`,
  leftOut: counted('de', { single: 'eine Nachricht ausgelassen', other: '# Nachrichten ausgelassen' }),
} as const satisfies Spoken
