import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `À partir de maintenant, je lis ${channel} dans **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Je lis ${channel} dès que je suis dans **${voice}**. Vas-y et utilise \`/join\` pour me faire venir.`,
  notReadAnyMore: (channel) => `Je ne lis plus ${channel}.`,
  notRead: (channel) => `Je ne lis pas ${channel} ; rien n’a changé. \`/read list\` montre ce que je lis.`,
  list: () => 'Je lis ces salons à voix haute :',
  listed: (channel, voice) => `${channel} dans ${voice}`,
  emptyList: () =>
    'Je ne lis encore aucun salon, seulement la discussion du salon vocal où je suis. Utilise `/read here` dans un salon textuel.',

  readingAloud: (voice) => `Je le lis dans **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Je lis ${messages(count)} dans **${voice}**${left > 0 ? ` ; je laisse de côté ${messages(left)} sans texte ou que je n’ai pas le droit de lire` : ''}.`,
  nothingToRead: () => 'Il n’y a rien ici que j’aie le droit de lire.',

  youAreRead: () => 'Tes messages sont de nouveau lus sur ce serveur.',
  youAreNotRead: () =>
    'Tes messages ne sont plus lus sur ce serveur. Pour revenir en arrière, choisis la même entrée du menu.',
  isRead: (person) => `Les messages de ${person} sont de nouveau lus.`,
  isNotRead: (person) =>
    `Les messages de ${person} ne sont plus lus. Pour revenir en arrière, choisis la même entrée du menu.`,

  following: (person) => `Je vais suivre ${person} d’un salon vocal à l’autre jusqu’à mon départ.`,
  followingNoMore: (person) => `J’arrête de suivre ${person}.`,

  fates: {
    waiting: 'Il attend d’être lu, ou je le lis en ce moment.',
    spoken: 'Il a été lu.',
    empty: 'Il ne contient rien qu’une voix puisse dire.',
    'left-out': 'Il a été laissé de côté, car trop de messages attendaient.',
    dropped: 'Il a été passé ou arrêté, ou bien je suis parti avant son tour.',
    deleted: 'Il a été supprimé avant la fin de la lecture.',
    unknown: 'Aujourd’hui je le lirais, mais je n’étais pas là quand il a été écrit, ou c’était il y a trop longtemps.',
  },
  reasons: {
    'own-message': 'C’est un de mes messages ; je ne les lis jamais.',
    'system-message': 'Il a été écrit par Discord, pas par une personne.',
    command: 'C’est la réponse à une commande.',
    'opted-out': 'La personne qui l’a écrit ne veut pas être lue.',
    'unread-member': 'Sur ce serveur, la personne qui l’a écrit n’est pas lue.',
    'channel-not-read': 'Ce salon n’est pas lu. Une personne qui gère le serveur peut y utiliser `/read here`.',
    bot: 'Il vient d’un bot, et ce serveur ne fait pas lire les bots. `/server reading` permet de changer ça.',
    webhook: 'Il vient d’un webhook, et ce serveur ne les fait pas lire. `/server reading` permet de changer ça.',
    'ignored-role':
      'La personne qui l’a écrit a un rôle dont les messages ne sont pas lus ici. `/server roles` permet de changer ça.',
    'missing-role':
      'La personne qui l’a écrit n’a aucun des rôles dont les messages sont lus ici. `/server roles` permet de changer ça.',
    'age-restricted': 'Il a été écrit dans un salon avec limite d’âge, et le salon vocal est ouvert à tout le monde.',
    silent: 'Il a été envoyé avec `@silent`.',
    'ignored-prefix': 'Il commence par le signe qui veut dire « ne pas lire ». `/server reading` permet de changer ça.',
    'missing-prefix':
      'Ici, seuls les messages qui commencent par un certain signe sont lus. `/server reading` permet de le voir et de le changer.',
    'too-old': 'Il datait de plus de deux minutes quand je l’ai reçu.',
    'not-there': 'Je ne suis pas dans le salon vocal où ce salon est lu. Utilise `/join` là-bas.',
    'author-not-in-voice':
      'La personne qui l’a écrit n’est pas avec moi dans le salon vocal. `/server reading` permet de faire lire tout le monde.',
    'author-muted': 'La modération a rendu muette en vocal la personne qui l’a écrit.',
    duplicate: 'La même personne a écrit la même chose il y a moins d’une minute.',
    'member-rate':
      'La personne qui l’a écrit a envoyé plus de messages en une minute qu’on n’en lit ici. `/server limits` permet de changer ça.',
    'server-rate':
      'Il y a eu plus de messages en une minute qu’on n’en lit ici. `/server limits` permet de changer ça.',
  },
  failed: (sentence) => `Il n’a pas pu être prononcé. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'lire', description: 'Les salons textuels lus à voix haute' },
  'read here': {
    name: 'ici',
    description: 'Fais lire ce salon textuel à voix haute',
    options: { voice: { name: 'salon-vocal', description: 'Dans quel salon vocal ; sans précision, dans le tien' } },
  },
  'read stop': {
    name: 'arrêter',
    description: 'Ne fais plus lire un salon textuel',
    options: { channel: { name: 'salon', description: 'Lequel ; sans précision, celui-ci' } },
  },
  'read list': { name: 'liste', description: 'Montre quels salons textuels sont lus, et où' },
  follow: {
    name: 'suivre',
    description: 'Fais-moi suivre quelqu’un dans les salons vocaux ; refais-le pour que j’arrête',
    options: { person: { name: 'personne', description: 'Qui ; sans précision, toi' } },
  },
  'Read aloud': { name: 'Lire à voix haute', description: 'Lit ce message à voix haute dans ton salon vocal' },
  'Read from here': { name: 'Lire à partir d’ici', description: 'Lit à voix haute ce message et les suivants' },
  'Why was this (not) read?': {
    name: 'Pourquoi lu (ou pas) ?',
    description: 'Dit ce qu’il est advenu de ce message',
  },
  "Read this person / don't": {
    name: 'Lire cette personne (ou non)',
    description: 'Choisit si les messages de cette personne sont lus sur ce serveur',
  },
}
