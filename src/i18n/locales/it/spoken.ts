import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('it')

export const spoken = {
  says: (name) => `${name} dice`,
  answers: (name, other) => `${name} risponde a ${other}`,
  sends: (name) => `${name} manda`,

  someone: 'qualcuno',
  aRole: 'un ruolo',
  aChannel: 'un canale',
  everyone: 'tutti',
  everyoneHere: 'tutti i presenti',
  command: (name) => `comando ${name}`,

  link: 'link',
  links: counted('it', { single: 'link', other: '# link' }),
  linkTo: (domain) => `link a ${domain}`,
  code: 'codice',
  spoiler: 'spoiler',
  times: (count, name) => `${count} volte ${name}`,
  emojis: counted('it', { single: 'una emoji', other: '# emoji' }),
  at: 'chiocciola',
  dot: 'punto',
  signs: {
    questionMark: 'punto di domanda',
    exclamationMark: 'punto esclamativo',
    ellipsis: 'puntini di sospensione',
    dot: 'punto',
    plus: 'più',
    minus: 'meno',
    equals: 'uguale',
    arrowUp: 'freccia in su',
    slash: 'barra',
    hash: 'cancelletto',
    at: 'chiocciola',
    percent: 'per cento',
    and: 'e',
  },

  forwarded: 'inoltrato',
  poll: (question) => `sondaggio: ${question}`,
  options: (answers) => `opzioni: ${either(answers)}`,
  sticker: (name) => (name === '' ? 'adesivo' : `adesivo ${name}`),
  embed: (title) => `anteprima: ${title}`,
  images: counted('it', { single: 'immagine', other: '# immagini' }),
  videos: counted('it', { single: 'video', other: '# video' }),
  audios: counted('it', { single: 'file audio', other: '# file audio' }),
  files: counted('it', { single: 'file', other: '# file' }),
  file: (name) => `file ${name}`,
  voiceMessage: 'messaggio vocale',
  duration: lasting('it'),

  andSoOn: 'e così via',

  joins: (name) => `${name} è qui`,
  leaves: (name) => `${name} va via`,
  leftOut: counted('it', { single: 'un messaggio saltato', other: '# messaggi saltati' }),
} as const satisfies Spoken
