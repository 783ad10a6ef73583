import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('es')

export const spoken = {
  says: (name) => `${name} dice`,
  answers: (name, other) => `${name} responde a ${other}`,
  sends: (name) => `${name} envía`,

  someone: 'alguien',
  aRole: 'un rol',
  aChannel: 'un canal',
  everyone: 'todos',
  everyoneHere: 'todos los presentes',
  command: (name) => `comando ${name}`,

  link: 'enlace',
  links: counted('es', { single: 'enlace', other: '# enlaces' }),
  linkTo: (domain) => `enlace a ${domain}`,
  code: 'código',
  spoiler: 'spoiler',
  times: (count, name) => `${count} veces ${name}`,
  emojis: counted('es', { single: 'un emoji', other: '# emojis' }),
  at: 'arroba',
  dot: 'punto',
  signs: {
    questionMark: 'signo de interrogación',
    exclamationMark: 'signo de exclamación',
    ellipsis: 'puntos suspensivos',
    dot: 'punto',
    plus: 'más',
    minus: 'menos',
    equals: 'igual',
    arrowUp: 'flecha arriba',
    slash: 'barra',
    hash: 'almohadilla',
    at: 'arroba',
    percent: 'por ciento',
    and: 'y',
  },

  forwarded: 'reenviado',
  poll: (question) => `encuesta: ${question}`,
  options: (answers) => `opciones: ${either(answers)}`,
  sticker: (name) => (name === '' ? 'pegatina' : `pegatina ${name}`),
  embed: (title) => `vista previa: ${title}`,
  images: counted('es', { single: 'imagen', other: '# imágenes' }),
  videos: counted('es', { single: 'vídeo', other: '# vídeos' }),
  audios: counted('es', { single: 'archivo de audio', other: '# archivos de audio' }),
  files: counted('es', { single: 'archivo', other: '# archivos' }),
  file: (name) => `archivo ${name}`,
  voiceMessage: 'mensaje de voz',
  duration: lasting('es'),

  andSoOn: 'etcétera',

  joins: (name) => `${name} se ha unido`,
  leaves: (name) => `${name} se ha ido`,
  leftOut: counted('es', { single: 'un mensaje omitido', other: '# mensajes omitidos' }),
} as const satisfies Spoken
