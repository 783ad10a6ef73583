import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'voix', description: 'Commence à écrire un nom, une langue ou un genre de voix' }
const style = {
  description: 'Un style de la liste, ou tes propres mots : en chuchotant, comme au commentaire sportif…',
}
const language = { name: 'langue', description: 'La langue du texte' }
const channel = { name: 'salon', description: 'Le salon ; sans précision, celui-ci' }
const whose = { name: 'pour', description: 'La liste de qui', choices: { me: 'la mienne', server: 'celle du serveur' } }
const written = { name: 'écrit', description: 'Ce qui est écrit' }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'voix', description: 'Ta voix sur ce serveur' },
  'voice set': { name: 'choisir', description: 'Choisis ta voix', options: { voice } },
  'voice style': { description: 'Choisis comment ta voix parle', options: { style } },
  'voice language': { name: 'langue', description: 'Choisis la langue dans laquelle tu écris', options: { language } },
  'voice speed': {
    name: 'vitesse',
    description: 'Choisis à quelle vitesse ta voix parle',
    options: {
      speed: { name: 'vitesse', description: '0,5 : deux fois moins vite que d’habitude ; 2 : deux fois plus' },
    },
  },
  'voice show': { name: 'afficher', description: 'Montre ta voix, et d’où vient chaque réglage' },
  'voice reset': {
    name: 'réinitialiser',
    description: 'Reviens à la voix de tout le monde',
    options: {
      setting: {
        name: 'réglage',
        description: 'Ce qu’il faut réinitialiser ; sans précision, tout',
        choices: { voice: 'Voix', style: 'Style', language: 'Langue', speed: 'Vitesse' },
      },
    },
  },
  'voice preview': { name: 'écouter', description: 'Écoute une voix', options: { voice, style } },
  'voice list': { name: 'liste', description: 'Parcours toutes les voix' },

  style: { description: 'Les styles : la façon de parler d’une voix' },
  'style use': { name: 'utiliser', description: 'Choisis comment ta voix parle', options: { style } },
  'style list': { name: 'liste', description: 'Montre les styles qui ont un nom' },
  'style add': {
    name: 'ajouter',
    description: 'Donne à un style un nom que tout le monde peut utiliser sur ce serveur',
    options: {
      name: { name: 'nom', description: 'Un nom court' },
      style: { description: 'Comment parler, avec des mots simples, en anglais ou en chinois' },
    },
  },
  'style remove': {
    name: 'supprimer',
    description: 'Supprime un style de ce serveur',
    options: { name: { name: 'nom', description: 'Son nom' } },
  },

  server: { name: 'serveur', description: 'Les réglages de ce serveur' },
  'server voice': {
    name: 'voix',
    description: 'La voix de celles et ceux qui n’en ont pas choisi',
    options: { voice },
  },
  'server style': { description: 'Le style de celles et ceux qui n’en ont pas choisi', options: { style } },
  'server language': { name: 'langue', description: 'La langue dans laquelle on écrit ici', options: { language } },
  'server engine': {
    name: 'service',
    description: 'Le service qui produit la voix',
    options: {
      engine: { name: 'service', description: 'Le service vocal' },
      model: { name: 'modèle', description: 'Le modèle du service vocal' },
    },
  },
  'server limits': {
    name: 'limites',
    description: 'Combien de messages sont lus, et à quel rythme',
    options: {
      'max-length': { name: 'longueur-max', description: 'Le plus long message à lire, de 1 à 2000 caractères' },
      queue: { name: 'file', description: 'Messages qui peuvent attendre, de 1 à 200' },
      'queue-per-member': { name: 'file-par-membre', description: 'Messages en attente par membre, de 1 à 50' },
      'per-minute': { name: 'par-minute', description: 'Messages par membre en une minute, de 1 à 120' },
      'everybody-per-minute': { name: 'tous-par-minute', description: 'Messages de tous en une minute, de 1 à 600' },
      'alone-after': {
        name: 'départ-si-seul',
        description: 'Secondes avant que je quitte un salon vide, jusqu’à 86400 ; avec 0 je reste',
      },
      speed: { name: 'vitesse', description: 'La vitesse de celles et ceux qui n’en ont pas choisi, de 0,5 à 2' },
      volume: { description: 'Le volume, de 0 à 2' },
    },
  },
  'server announce': {
    name: 'annonces',
    description: 'Ce que je dis entre les messages',
    options: {
      names: {
        name: 'noms',
        description: 'Quand dire le nom avant un message',
        choices: { never: 'jamais', change: 'quand une autre personne parlait avant', always: 'toujours' },
      },
      language: { name: 'langue', description: 'La langue des annonces' },
      joins: { name: 'arrivées', description: 'Annoncer les arrivées' },
      leaves: { name: 'départs', description: 'Annoncer les départs' },
    },
  },
  'server reading': {
    name: 'lecture',
    description: 'Les messages qui sont lus',
    options: {
      bots: { description: 'Les messages des bots' },
      webhooks: { description: 'Les messages des webhooks' },
      embeds: { description: 'Le contenu des embeds' },
      'only-in-voice': {
        name: 'en-vocal-seulement',
        description: 'Seulement les membres présents dans le salon vocal',
      },
      'auto-join': { name: 'venir-tout-seul', description: 'Venir quand un premier membre entre dans le salon vocal' },
      'ignore-prefix': { name: 'préfixe-ignoré', description: 'Les messages qui commencent ainsi ne sont pas lus' },
      'require-prefix': { name: 'préfixe-exigé', description: 'Seuls les messages qui commencent ainsi sont lus' },
    },
  },
  'server roles': {
    name: 'rôles',
    description: 'Les personnes dont les messages sont lus, selon leur rôle',
    options: {
      role: { name: 'rôle', description: 'Le rôle' },
      rule: {
        name: 'règle',
        description: 'Ce qui vaut pour les personnes qui l’ont',
        choices: { required: 'seuls ces rôles sont lus', ignored: 'jamais lu', none: 'rien de particulier' },
      },
    },
  },
  'server budget': {
    name: 'quotas',
    description: 'Combien de caractères peuvent être prononcés',
    options: {
      'server-day': { name: 'serveur-jour', description: 'Par tout le monde ensemble, en un jour' },
      'server-month': { name: 'serveur-mois', description: 'Par tout le monde ensemble, en un mois' },
      'member-day': { name: 'membre-jour', description: 'Par membre, en un jour' },
      'member-month': { name: 'membre-mois', description: 'Par membre, en un mois' },
      'when-spent': {
        name: 'une-fois-épuisé',
        description: 'Ce qui se passe alors',
        choices: { local: 'continuer avec la voix locale', stop: 'arrêter et le dire' },
      },
    },
  },
  'server show': { name: 'afficher', description: 'Montre tous les réglages de ce serveur' },
  'server reset': {
    name: 'réinitialiser',
    description: 'Reviens aux valeurs par défaut',
    options: {
      setting: {
        name: 'réglage',
        description: 'Ce qu’il faut réinitialiser',
        choices: {
          voice: 'Voix',
          style: 'Style',
          language: 'Langue',
          engine: 'Service vocal',
          limits: 'Limites',
          announce: 'Annonces',
          reading: 'Messages lus',
          roles: 'Rôles',
          budget: 'Quotas',
          all: 'Tout ici',
        },
      },
    },
  },
  'server panel': { name: 'panneau', description: 'Change les réglages les plus courants avec des boutons' },

  channel: { name: 'salon', description: 'La voix d’un salon' },
  'channel voice': {
    name: 'voix',
    description: 'La voix de celles et ceux qui n’en ont pas choisi',
    options: { voice, channel },
  },
  'channel style': { description: 'Le style de celles et ceux qui n’en ont pas choisi', options: { style, channel } },
  'channel language': {
    name: 'langue',
    description: 'La langue dans laquelle on y écrit',
    options: { language, channel },
  },
  'channel reset': {
    name: 'réinitialiser',
    description: 'Reviens à ce qui vaut pour le serveur',
    options: { channel },
  },

  words: { name: 'mots', description: 'La prononciation des mots' },
  'words add': {
    name: 'ajouter',
    description: 'Fais dire autre chose que ce qui est écrit',
    options: {
      written,
      spoken: { name: 'prononcé', description: 'Ce qu’il faut dire ; sans précision, rien' },
      for: whose,
      regex: { description: 'Ce qui est écrit est un motif (RE2)' },
      'whole-word': { name: 'mot-entier', description: 'Pas à l’intérieur d’un mot plus long ; sans précision, oui' },
      'match-case': { name: 'casse-exacte', description: 'Seulement avec ces majuscules et minuscules' },
    },
  },
  'words remove': {
    name: 'supprimer',
    description: 'Fais de nouveau dire un mot comme il est écrit',
    options: { written, for: whose },
  },
  'words list': { name: 'liste', description: 'Montre la liste', options: { for: whose } },
  'words import': {
    name: 'importer',
    description: 'Ajoute des mots depuis un fichier',
    options: {
      file: {
        name: 'fichier',
        description: 'Un fichier CSV ou JSON, comme ceux de /words export ; 256 Kio au maximum',
      },
      for: whose,
      replace: { name: 'remplacer', description: 'Supprimer tous les autres mots' },
    },
  },
  'words export': {
    name: 'exporter',
    description: 'Récupère la liste dans un fichier',
    options: {
      format: { description: 'Le genre de fichier', choices: { csv: 'CSV (pour un tableur)', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { name: 'surnom', description: 'Comment je t’appelle' },
  'nickname set': {
    name: 'choisir',
    description: 'Choisis le nom que je dis avant tes messages',
    options: { name: { name: 'nom', description: 'Le nom tel qu’il faut le dire' } },
  },
  'nickname reset': { name: 'réinitialiser', description: 'Reviens à ton nom sur ce serveur' },

  optout: { name: 'ne-pas-me-lire', description: 'Ne lis pas ce que j’écris' },
  'optout here': { name: 'ici', description: 'Ne lis jamais ce que j’écris sur ce serveur' },
  'optout everywhere': { name: 'partout', description: 'Ne lis jamais ce que j’écris, sur aucun serveur' },
  'optout off': { name: 'annuler', description: 'Lis de nouveau ce que j’écris' },

  mydata: { name: 'mes-données', description: 'Ce qui est conservé sur toi' },
  'mydata export': { name: 'exporter', description: 'Récupère dans un fichier tout ce qui est conservé sur toi' },
  'mydata delete': { name: 'supprimer', description: 'Supprime tout ce qui est conservé sur toi' },

  privacy: { name: 'confidentialité', description: 'Ce qui est conservé, combien de temps, et où vont les textes' },
}
