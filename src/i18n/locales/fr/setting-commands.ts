import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'voix', description: 'Commence à écrire un nom, une langue ou un genre de voix' }
const style = {
  description: 'Un style de la liste, ou tes propres mots : en chuchotant, comme au commentaire sportif…',
}
const language = { name: 'langue', description: 'La langue du texte' }
const channel = { name: 'salon', description: 'Le salon ; sans précision, celui-ci' }
const whose = { name: 'pour', description: 'La liste de qui', choices: { me: 'la mienne', server: 'celle du serveur' } }
const written = { name: 'écrit', description: 'Le mot tel qu’il est écrit' }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'voix', description: 'Ta voix sur ce serveur' },
  'voice set': { name: 'choisir', description: 'Choisis ta voix', options: { voice } },
  'voice style': { description: 'Choisis comment ta voix parle', options: { style } },
  'voice language': { name: 'langue', description: 'Choisis la langue dans laquelle tu écris', options: { language } },
  'voice speed': {
    name: 'vitesse',
    description: 'Choisis à quelle vitesse ta voix parle',
    options: {
      speed: { name: 'vitesse', description: '0,5 : deux fois moins vite que d’habitude ; 2 : deux fois plus vite' },
    },
  },
  'voice time-zone': {
    name: 'fuseau',
    description: 'Choisis le fuseau horaire des heures que tu écris',
    options: { zone: { name: 'zone', description: 'Tape une ville : Paris, Tokyo, New York' } },
  },
  'voice show': { name: 'afficher', description: 'Montre les réglages de ta voix et d’où vient chacun' },
  'voice reset': {
    name: 'réinitialiser',
    description: 'Réinitialise les réglages de ta voix',
    options: {
      setting: {
        name: 'réglage',
        description: 'Ce qu’il faut réinitialiser ; sans précision, tout',
        choices: { voice: 'Voix', style: 'Style', language: 'Langue', speed: 'Vitesse', 'time-zone': 'Fuseau horaire' },
      },
    },
  },
  'voice preview': { name: 'écouter', description: 'Écoute une voix', options: { voice, style } },
  'voice list': { name: 'liste', description: 'Parcours toutes les voix' },

  style: { description: 'Les styles : la façon de parler d’une voix' },
  'style use': { name: 'utiliser', description: 'Choisis comment ta voix parle', options: { style } },
  'style list': { name: 'liste', description: 'Montre tous les styles' },
  'style add': {
    name: 'ajouter',
    description: 'Enregistre un style sous un nom, pour tout le monde sur ce serveur',
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

  server: { name: 'serveur', description: 'Réglages de ce serveur' },
  'server voice': {
    name: 'voix',
    description: 'Voix par défaut des membres qui n’en ont pas choisi',
    options: { voice },
  },
  'server style': { description: 'Style par défaut des membres qui n’en ont pas choisi', options: { style } },
  'server language': { name: 'langue', description: 'Langue des messages sur ce serveur', options: { language } },
  'server engine': {
    name: 'service',
    description: 'Service vocal et modèle',
    options: {
      engine: { name: 'service', description: 'Le service vocal' },
      model: { name: 'modèle', description: 'Le modèle du service vocal' },
    },
  },
  'server limits': {
    name: 'limites',
    description: 'Combien je lis, et à quel rythme',
    options: {
      'max-length': { name: 'longueur-max', description: 'Le plus long message que je lis, de 1 à 2000 caractères' },
      queue: { name: 'file', description: 'Messages qui peuvent attendre, de 1 à 200' },
      'queue-per-member': { name: 'file-par-membre', description: 'Messages en attente par membre, de 1 à 50' },
      'per-minute': { name: 'par-minute', description: 'Messages par membre et par minute, de 1 à 120' },
      'everybody-per-minute': {
        name: 'tous-par-minute',
        description: 'Messages par minute, tous membres confondus, de 1 à 600',
      },
      interrupting: {
        name: 'interrompre',
        description: 'Qui peut passer ou arrêter les messages des autres',
        choices: {
          everyone: 'tous ceux du salon',
          vote: 'par vote, la moitié suffit',
          managers: 'seulement les gestionnaires',
        },
      },
      'alone-after': {
        name: 'départ-si-seul',
        description: 'Secondes avant que je quitte un salon vide, jusqu’à 86400 ; 0 : jamais',
      },
      speed: { name: 'vitesse', description: 'Vitesse par défaut des membres qui n’en ont pas choisi, de 0,5 à 2' },
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
        choices: { never: 'jamais', change: 'quand l’auteur change', always: 'toujours' },
      },
      language: { name: 'langue', description: 'La langue des annonces' },
      joins: { name: 'arrivées', description: 'Annoncer les arrivées' },
      leaves: { name: 'départs', description: 'Annoncer les départs' },
    },
  },
  'server reading': {
    name: 'lecture',
    description: 'Les messages que je lis',
    options: {
      bots: { description: 'Lire les messages des bots' },
      webhooks: { description: 'Lire les messages des webhooks' },
      embeds: {
        description: 'Ce qui est lu d’un embed',
        choices: { off: 'rien', title: 'le titre', text: 'le titre et le texte', all: 'tout' },
      },
      'mark-repeats': { name: 'répétitions', description: 'Réagir aux messages ignorés parce que répétés' },
      'only-in-voice': {
        name: 'en-vocal-seulement',
        description: 'Ne lire que les membres présents dans le salon vocal',
      },
      'auto-join': {
        name: 'rejoindre-auto',
        description: 'Rejoindre quand un premier membre entre dans le salon vocal',
      },
      'ignore-prefix': { name: 'préfixe-ignoré', description: 'Passer les messages qui commencent ainsi' },
      'require-prefix': { name: 'préfixe-exigé', description: 'Ne lire que les messages qui commencent ainsi' },
    },
  },
  'server text': {
    name: 'texte',
    description: 'Comment les messages sont mis en mots',
    options: {
      shorthand: { name: 'abréviations', description: 'Développer les abréviations : jsp devient « je sais pas »' },
      emoji: {
        name: 'émojis',
        description: 'Comment les émojis et les smileys sont dits',
        choices: { names: 'par leur nom', count: 'seulement le nombre', silent: 'pas du tout' },
      },
      'time-zone': { name: 'fuseau', description: 'Le fuseau horaire des heures ; tape une ville' },
    },
  },
  'server roles': {
    name: 'rôles',
    description: 'Qui je lis, selon le rôle',
    options: {
      role: { name: 'rôle', description: 'Le rôle' },
      rule: {
        name: 'règle',
        description: 'La règle pour les membres qui ont ce rôle',
        choices: { required: 'ne lire que ceux-là', ignored: 'ne jamais lire', none: 'aucune règle' },
      },
    },
  },
  'server budget': {
    name: 'quotas',
    description: 'Limite le nombre de caractères que je prononce',
    options: {
      'server-day': { name: 'serveur-jour', description: 'Tout le monde ensemble, par jour' },
      'server-month': { name: 'serveur-mois', description: 'Tout le monde ensemble, par mois' },
      'member-day': { name: 'membre-jour', description: 'Chaque membre, par jour' },
      'member-month': { name: 'membre-mois', description: 'Chaque membre, par mois' },
      'when-spent': {
        name: 'une-fois-épuisé',
        description: 'Ce qui se passe quand un quota est épuisé',
        choices: { local: 'continuer avec la voix locale', stop: 'arrêter et le dire' },
      },
    },
  },
  'server show': { name: 'afficher', description: 'Montre tous les réglages de ce serveur' },
  'server reset': {
    name: 'réinitialiser',
    description: 'Réinitialise des réglages de ce serveur',
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
          reading: 'Messages que je lis',
          text: 'Comment les messages sont mis en mots',
          roles: 'Rôles',
          budget: 'Quotas',
          all: 'Tout ici',
        },
      },
    },
  },
  'server panel': { name: 'panneau', description: 'Change les réglages les plus courants avec des boutons' },

  channel: { name: 'salon', description: 'Réglages de voix d’un salon' },
  'channel voice': {
    name: 'voix',
    description: 'Voix par défaut, dans un salon, des membres qui n’en ont pas choisi',
    options: { voice, channel },
  },
  'channel style': {
    description: 'Style par défaut, dans un salon, des membres qui n’en ont pas choisi',
    options: { style, channel },
  },
  'channel language': {
    name: 'langue',
    description: 'Langue des messages dans un salon',
    options: { language, channel },
  },
  'channel reset': {
    name: 'réinitialiser',
    description: 'Reprends les réglages du serveur dans un salon',
    options: { channel },
  },

  words: { name: 'mots', description: 'La prononciation des mots' },
  'words add': {
    name: 'ajouter',
    description: 'Change la prononciation d’un mot',
    options: {
      written,
      spoken: { name: 'prononcé', description: 'Ce qu’il faut dire à la place ; sans précision, rien' },
      for: whose,
      regex: { description: 'Le mot écrit est une expression régulière (RE2)' },
      'whole-word': { name: 'mot-entier', description: 'Mots entiers seulement ; sans précision, oui' },
      'match-case': { name: 'casse-exacte', description: 'Respecter les majuscules et minuscules' },
    },
  },
  'words test': {
    name: 'tester',
    description: 'Voir ce que devient un texte, et pourquoi',
    options: { text: { name: 'texte', description: 'Le texte, comme tu l’écrirais' } },
  },
  'words remove': {
    name: 'supprimer',
    description: 'Retire un mot de la liste',
    options: { written, for: whose },
  },
  'words list': { name: 'liste', description: 'Montre la liste', options: { for: whose } },
  'words import': {
    name: 'importer',
    description: 'Ajoute des mots depuis un fichier',
    options: {
      file: {
        name: 'fichier',
        description: 'Un fichier CSV ou JSON comme celui de /words export ; 256 Kio au maximum',
      },
      for: whose,
      replace: { name: 'remplacer', description: 'Supprimer tous les autres mots' },
    },
  },
  'words export': {
    name: 'exporter',
    description: 'Récupère la liste dans un fichier',
    options: {
      format: { description: 'Format du fichier', choices: { csv: 'CSV (pour un tableur)', json: 'JSON' } },
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

  optout: { name: 'ne-pas-me-lire', description: 'Choisis de ne pas être lu' },
  'optout here': { name: 'ici', description: 'Ne lis jamais mes messages sur ce serveur' },
  'optout everywhere': { name: 'partout', description: 'Ne lis jamais mes messages, sur aucun serveur' },
  'optout off': { name: 'annuler', description: 'Lis de nouveau mes messages' },

  mydata: { name: 'mes-données', description: 'Ce que je conserve sur toi' },
  'mydata export': { name: 'exporter', description: 'Récupère dans un fichier tout ce que je conserve sur toi' },
  'mydata delete': { name: 'supprimer', description: 'Supprime tout ce que je conserve sur toi' },

  privacy: { name: 'confidentialité', description: 'Ce que je conserve, combien de temps, et où vont les textes' },
}
