import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, seconds, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('fr')
const most = measured({ number, characters, seconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Préviens la personne qui héberge ce bot.'
const askServer = 'Un responsable du serveur peut augmenter la limite.'

const permissions = {
  ViewChannel: 'Voir le salon',
  Connect: 'Se connecter',
  Speak: 'Parler',
  ReadMessageHistory: 'Voir les anciens messages',
  ManageGuild: 'Gérer le serveur',
} as const

const budgets = {
  'bot-month': (cap: number) => `Ce bot a épuisé son quota du mois (${characters(cap)}) ; le compteur repart le 1er.`,
  'bot-day': (cap: number) =>
    `Ce bot a épuisé son quota du jour (${characters(cap)}) ; le compteur repart à 00 h 00 UTC.`,
  'server-month': (cap: number) =>
    `Ce serveur a épuisé son quota du mois (${characters(cap)}) ; le compteur repart le 1er.`,
  'server-day': (cap: number) =>
    `Ce serveur a épuisé son quota du jour (${characters(cap)}) ; le compteur repart à 00 h 00 UTC.`,
  'member-month': (cap: number) => `Tu as épuisé ton quota du mois (${characters(cap)}) ; le compteur repart le 1er.`,
  'member-day': (cap: number) =>
    `Tu as épuisé ton quota du jour (${characters(cap)}) ; le compteur repart à 00 h 00 UTC.`,
  'member-hour': (cap: number) => `Tu as épuisé ton quota de l’heure (${characters(cap)}). Attends un peu.`,
} as const

const patterns = {
  syntax: 'Je ne peux pas utiliser ce motif : il contient une erreur, par exemple une parenthèse ouverte.',
  unsupported:
    'Je ne peux pas utiliser ce motif. Les assertions (lookaround) et les références arrière ne marchent pas ; essaie plus simple.',
  'too-large': 'Je ne peux pas utiliser ce motif : il est trop complexe. Raccourcis-le.',
  empty:
    'Je ne peux pas utiliser ce motif : il correspond aussi à un texte vide. Rends au moins une lettre obligatoire.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Le service vocal a refusé la clé API. ${askHost}`,
  'speech.access': ({ model }) => `La clé API n’a pas accès au modèle vocal ${model}. ${askHost}`,
  'speech.quota': () => `Le quota du service vocal est épuisé. ${askHost}`,
  'speech.billing': () => `Le service vocal signale un problème de facturation. ${askHost}`,
  'speech.blocked': () => 'Le service vocal a refusé ce texte à cause de son contenu. Essaie avec d’autres mots.',
  'speech.model-gone': ({ model }) =>
    `Le modèle vocal ${model} n’est pas disponible (mauvais nom, ou retiré). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Aucune voix ne s’appelle ${voice}. Choisis-en une dans la liste qui s’ouvre quand tu écris.`,
  'speech.text-too-long': ({ limit }) =>
    `Le service vocal accepte au maximum ${characters(limit)} à la fois. Raccourcis ton texte.`,
  'speech.style-too-long': ({ limit }) => `Ce style est trop long : ${words(limit)} environ au maximum. Raccourcis-le.`,
  'speech.unpronounceable': () =>
    'La voix locale ne sait dire que du texte en lettres latines. Pour d’autres langues, la personne qui héberge ce bot peut ajouter une clé pour le service vocal.',
  'speech.bad-request': () => `Le service vocal a rejeté la demande, jugée non valide. ${askHost}`,
  'speech.rate-limited': () => 'Le service vocal est débordé. Réessaie dans une minute.',
  'speech.server': () => 'Le service vocal a un problème. Réessaie dans un instant.',
  'speech.network': () => 'Le service vocal est injoignable. Réessaie dans un instant.',
  'speech.timeout': () => 'Le service vocal a mis trop de temps à répondre. Réessaie dans un instant.',
  'speech.cut': () => 'Le service vocal s’est arrêté trop tôt, il manque peut-être la fin. Réessaie.',
  'speech.malformed': () => 'Le service vocal a envoyé autre chose que du son. Réessaie dans un instant.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'Je ne trouve rien à dire dans ce texte. Écris quelques mots.',
  'text.too-long': ({ length, limit }) =>
    `Ton texte fait ${characters(length)} ; le maximum est de ${number(limit)}. Raccourcis-le.`,

  'voice.caller-not-in-channel': () => 'Rejoins d’abord un salon vocal, puis réessaie.',
  'voice.caller-silenced': () =>
    'Je ne peux pas parler pour toi ici : ce serveur t’a exclu de la lecture, ou la modération a coupé ton micro. Vois ça avec la modération.',
  'voice.not-connected': () => 'Je ne suis dans aucun salon vocal. Utilise `/join` pour m’amener dans le tien.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Il me manque la permission **${permissions[permission]}** dans **${channel}**. Un responsable du serveur peut me la donner dans les paramètres du salon.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** est plein (limite : ${number(limit)}). Faites de la place ou choisissez un autre salon.`,
  'voice.timed-out-member': () =>
    'Je suis exclu temporairement de ce serveur, donc je ne peux pas parler. La modération peut lever l’exclusion.',
  'voice.join-failed': ({ channel }) => `Je n’ai pas pu me connecter à **${channel}**. Réessaie dans un instant.`,
  'voice.udp-blocked': ({ address }) =>
    `L’UDP vers ${address.replace(':', ', port ')} reste sans réponse, personne ne peut donc m’entendre : un pare-feu ou un NAT bloque. Je continue d’essayer.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `Je parle pour des personnes dans **${channel}**. Rejoins-les pour faire ça, ou demande à quelqu’un qui gère le serveur.`,
  'voice.turn-over': () => 'D’autres attendaient, j’ai donc arrêté ton texte au bout d’une minute.',
  'voice.queue-full': ({ limit }) =>
    `La file d’attente est pleine (${messages(limit)}). Réessaie quand elle aura avancé, ou utilise \`/stop\`.`,
  'voice.nothing-playing': () => 'Je ne dis rien en ce moment.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Je parle déjà dans **${channel}**. Viens m’y retrouver, ou utilise d’abord \`/leave\` là-bas.`,
  'voice.too-busy': () =>
    'Je parle sur trop de serveurs en ce moment ; avec un de plus, le son serait haché pour tout le monde. Réessaie dans un instant.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** : la valeur doit être comprise entre ${number(min)} et ${most(max, unit)}.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `**${named(setting)}** : cette valeur n’est pas possible.`
      : `**${named(setting)}** : « ${value} » n’est pas possible. Choisis dans la liste.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Aucune voix ne s’appelle ${voice}. Tu voulais dire ${oneOf(nearest)} ?`
      : `Aucune voix ne s’appelle ${voice}. Choisis-en une dans la liste qui s’ouvre quand tu écris.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `Ce bot n’est pas configuré pour le service vocal ${engine}. La personne qui l’héberge doit définir \`${variable}\`.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `Le modèle ${model} n’a pas la voix ${voice}. Tu la trouves dans ${oneOf(models)}.`
      : `Le modèle ${model} n’a pas la voix ${voice}. Choisis-en une autre.`,
  'settings.unknown-preset': ({ name }) =>
    `Ce serveur n’a pas de style nommé ${name}. \`/style list\` les montre tous.`,
  'settings.too-many': ({ setting, limit }) =>
    `La liste **${named(setting)}** est pleine (limite : ${number(limit)}). Retire d’abord un élément.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'Ensemble, les motifs de cette liste sont trop complexes. Retires-en un avec `/words remove`, ou simplifie-les.',
  'settings.bad-file': ({ line }) =>
    `Je n’arrive pas à lire la ligne ${number(line)} du fichier, donc rien n’a changé. Corrige-la et réessaie. \`/words export\` te donne un exemple.`,
  'settings.not-saved': () => 'Je n’ai pas pu enregistrer, donc rien n’a changé. Réessaie dans un instant.',
  'settings.not-read': () => 'Je n’ai pas accès à mes réglages en ce moment. Réessaie dans un instant.',
  'settings.not-migrated': () => `Je n’ai pas pu mettre à jour ma base de données. ${askHost}`,

  'app.not-ready': () => 'Je suis encore en train de démarrer ici. Réessaie dans un instant.',
  'app.stopping': () => 'Je redémarre. Réessaie dans une minute.',
  'app.not-allowed': ({ permission }) => `Il te faut la permission **${permissions[permission]}** pour faire ça ici.`,
  'app.file-too-large': ({ limit }) => `Ce fichier est trop gros (limite : ${number(limit)} Kio).`,
  'app.file-not-read': () =>
    'Je n’ai pas pu lire ce fichier. Vérifie que c’est un fichier texte et joins-le à nouveau.',
  'app.unexpected': ({ id }) =>
    `Quelque chose a mal tourné de mon côté. ${askHost} Les détails sont dans le journal sous ${id}.`,
}
