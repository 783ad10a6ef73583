import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages, number } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `À partir de maintenant, je lis ${channel} à voix haute dans **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Je lirai ${channel} quand je serai dans **${voice}**. Vas-y et utilise \`/join\` pour me faire venir.`,
  notReadAnyMore: (channel) => `Je ne lis plus ${channel}.`,
  notRead: (channel) => `Je ne lisais pas ${channel}, donc rien n’a changé. \`/read list\` montre ce que je lis.`,
  list: () => 'Je lis ces salons à voix haute :',
  listed: (channel, voice) => `${channel} dans ${voice}`,
  emptyList: () =>
    'Je ne lis encore aucun salon textuel, seulement la discussion du salon vocal où je suis. Utilise `/read here` dans un salon textuel.',

  readingAloud: (voice) => `Je le lis dans **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Je lis ${messages(count)} dans **${voice}**${left > 0 ? ` (j’en passe ${number(left)})` : ''}.`,
  nothingToRead: () => 'Il n’y a rien à lire ici.',

  youAreRead: () => 'Je lis de nouveau tes messages sur ce serveur.',
  youAreNotRead: () => 'Je ne lis plus tes messages sur ce serveur. Pour annuler, choisis la même entrée du menu.',
  isRead: (person) => `Je lis de nouveau les messages de ${person}.`,
  isNotRead: (person) => `Je ne lis plus les messages de ${person}. Pour annuler, choisis la même entrée du menu.`,

  following: (person) => `Je vais suivre ${person} d’un salon vocal à l’autre jusqu’à mon départ.`,
  followingNoMore: (person) => `J’arrête de suivre ${person}.`,

  outcomes: {
    waiting: 'Il attend son tour, ou je le lis en ce moment.',
    spoken: 'Je l’ai lu.',
    empty: 'Il ne contient rien que je puisse dire.',
    'left-out': 'Je l’ai passé : trop de messages attendaient.',
    dropped: 'On l’a passé ou arrêté, ou je suis parti avant son tour.',
    deleted: 'Il a été supprimé avant que je finisse de le lire.',
    unknown: 'Maintenant je le lirais, mais je n’étais pas là quand il a été envoyé, ou c’était il y a trop longtemps.',
  },
  reasons: {
    'own-message': 'C’est un de mes messages ; je ne les lis jamais.',
    'system-message': 'C’est un message système de Discord.',
    command: 'C’est la réponse à une commande.',
    'opted-out': 'Son auteur a choisi de ne pas être lu.',
    'unread-member': 'Ce serveur a exclu son auteur de la lecture.',
    'channel-not-read': 'Je ne lis pas ce salon. Un responsable du serveur peut y utiliser `/read here`.',
    bot: 'Il vient d’un bot, et je ne lis pas les bots sur ce serveur. `/server reading` permet de changer ça.',
    webhook: 'Il vient d’un webhook, et je ne les lis pas sur ce serveur. `/server reading` permet de changer ça.',
    'ignored-role': 'Son auteur a un rôle que je ne lis pas ici. `/server roles` permet de changer ça.',
    'missing-role': 'Son auteur n’a aucun des rôles que je lis ici. `/server roles` permet de changer ça.',
    'age-restricted': 'Il vient d’un salon avec limite d’âge, mais le salon vocal est ouvert à tout le monde.',
    silent: 'Il a été envoyé avec `@silent`.',
    'ignored-prefix':
      'Il commence par le préfixe des messages que je ne lis pas. `/server reading` permet de changer ça.',
    'missing-prefix': 'Il ne commence pas par le préfixe exigé ici. `/server reading` permet de changer ça.',
    'too-old': 'Il datait de plus de deux minutes quand je l’ai reçu.',
    'not-there': 'Je ne suis pas dans le salon vocal où je lis ce salon. Utilise `/join` là-bas.',
    'author-not-in-voice': 'Son auteur n’est pas avec moi dans le salon vocal. `/server reading` permet de changer ça.',
    'author-muted': 'La modération a rendu son auteur muet en vocal.',
    duplicate: 'La même chose a été écrite trois fois en dix secondes, ou le même long texte deux fois en une minute.',
    'member-rate':
      'Son auteur a envoyé plus de messages par minute que je n’en lis ici. `/server limits` permet de changer ça.',
    'server-rate': 'Il y a eu plus de messages par minute que je n’en lis ici. `/server limits` permet de changer ça.',
  },
  failed: (sentence) => `Je n’ai pas pu le dire. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'lire', description: 'Lis des salons textuels à voix haute' },
  'read here': {
    name: 'ici',
    description: 'Fais lire ce salon textuel à voix haute',
    options: { voice: { name: 'salon-vocal', description: 'Dans quel salon vocal ; sans précision, le tien' } },
  },
  'read stop': {
    name: 'arrêter',
    description: 'Ne fais plus lire un salon textuel',
    options: { channel: { name: 'salon', description: 'Lequel ; sans précision, celui-ci' } },
  },
  'read list': { name: 'liste', description: 'Montre quels salons textuels sont lus, et où' },
  follow: {
    name: 'suivre',
    description: 'Fais-moi suivre un membre dans les salons vocaux ; relance la commande pour que j’arrête',
    options: { person: { name: 'personne', description: 'Qui ; sans précision, toi' } },
  },
  'Read aloud': { name: 'Lire à voix haute', description: 'Lit ce message à voix haute dans ton salon vocal' },
  'Read from here': { name: 'Lire à partir d’ici', description: 'Lit à voix haute ce message et les suivants' },
  'Why was this (not) read?': {
    name: 'Pourquoi lu (ou pas) ?',
    description: 'Explique pourquoi ce message a été lu ou non',
  },
  "Read this person / don't": {
    name: 'Lire cette personne (ou non)',
    description: 'Active ou désactive la lecture de cette personne sur ce serveur',
  },
}
