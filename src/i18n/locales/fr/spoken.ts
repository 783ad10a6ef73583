import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('fr')

export const spoken = {
  says: (name) => `${name} dit`,
  answers: (name, other) => `${name} répond à ${other}`,
  sends: (name) => `${name} envoie`,

  someone: 'quelqu’un',
  aRole: 'un rôle',
  aChannel: 'un salon',
  everyone: 'tout le monde',
  everyoneHere: 'tout le monde ici',
  command: (name) => `commande ${name}`,

  link: 'lien',
  links: counted('fr', { single: 'lien', other: '# liens' }),
  linkTo: (domain) => `lien vers ${domain}`,
  code: 'code',
  spoiler: 'spoiler',
  times: (count, name) => `${count} fois ${name}`,
  emojis: counted('fr', { single: 'un émoji', other: '# émojis' }),
  at: 'arobase',
  dot: 'point',
  signs: {
    questionMark: "point d'interrogation",
    exclamationMark: "point d'exclamation",
    ellipsis: 'points de suspension',
    dot: 'point',
    plus: 'plus',
    minus: 'moins',
    equals: 'égal',
    arrowUp: 'flèche vers le haut',
    slash: 'barre oblique',
    hash: 'dièse',
    at: 'arobase',
    percent: 'pour cent',
    and: 'et',
  },

  forwarded: 'transféré',
  poll: (question) => `sondage : ${question}`,
  options: (answers) => `au choix : ${either(answers)}`,
  sticker: (name) => (name === '' ? 'autocollant' : `autocollant ${name}`),
  embed: (title) => `aperçu : ${title}`,
  images: counted('fr', { single: 'image', other: '# images' }),
  videos: counted('fr', { single: 'vidéo', other: '# vidéos' }),
  audios: counted('fr', { single: 'fichier audio', other: '# fichiers audio' }),
  files: counted('fr', { single: 'fichier', other: '# fichiers' }),
  file: (name) => `fichier ${name}`,
  voiceMessage: 'message vocal',
  duration: lasting('fr'),

  andSoOn: 'et ainsi de suite',

  joins: (name) => `${name} arrive`,
  leaves: (name) => `${name} s’en va`,
  leftOut: counted('fr', { single: 'un message passé', other: '# messages passés' }),
} as const satisfies Spoken
