import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('fr')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Préviens la personne qui s’occupe de ce bot.'
const askServer = 'Demandes-en plus aux personnes qui gèrent ce serveur.'

const permissions = {
  ViewChannel: 'Voir le salon',
  Connect: 'Se connecter',
  Speak: 'Parler',
  ReadMessageHistory: 'Voir les anciens messages',
  ManageGuild: 'Gérer le serveur',
} as const

const budgets = {
  'bot-month': (cap: number) => `Ce bot a épuisé son quota du mois (${characters(cap)} de parole).`,
  'bot-day': (cap: number) => `Ce bot a épuisé son quota du jour (${characters(cap)} de parole).`,
  'server-month': (cap: number) => `Ce serveur a épuisé son quota du mois (${characters(cap)} de parole).`,
  'server-day': (cap: number) => `Ce serveur a épuisé son quota du jour (${characters(cap)} de parole).`,
  'member-month': (cap: number) => `Tu as épuisé ton quota du mois (${characters(cap)} de parole).`,
  'member-day': (cap: number) => `Tu as épuisé ton quota du jour (${characters(cap)} de parole).`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Le service vocal refuse la clé. ${askHost}`,
  'speech.access': ({ model }) => `Le service vocal n’autorise pas le modèle ${model} avec cette clé. ${askHost}`,
  'speech.quota': () => `Le forfait du service vocal est épuisé. ${askHost}`,
  'speech.billing': () => `Le compte du service vocal n’est pas en règle. ${askHost}`,
  'speech.blocked': () => 'Le service vocal a refusé ce texte à cause de son contenu. Essaie avec d’autres mots.',
  'speech.model-gone': ({ model }) => `Le modèle vocal ${model} n’existe plus. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Aucune voix ne s’appelle ${voice}. Choisis-en une dans la liste qui s’ouvre quand tu écris.`,
  'speech.text-too-long': ({ limit }) =>
    `C’est trop long pour le service vocal : au maximum ${characters(limit)} à la fois.`,
  'speech.style-too-long': ({ limit }) =>
    `Cette description de la façon de parler est trop longue : au maximum ${words(limit)} environ. Raccourcis-la.`,
  'speech.unpronounceable': () =>
    'La voix locale ne sait dire que du texte en lettres latines. Pour d’autres langues, la personne qui s’occupe de ce bot peut ajouter une clé pour le service vocal.',
  'speech.bad-request': () => `Le service vocal n’a pas compris la demande. ${askHost}`,
  'speech.rate-limited': () => 'Le service vocal est débordé. Réessaie dans une minute.',
  'speech.server': () => 'Le service vocal a un problème de son côté. Réessaie dans un instant.',
  'speech.network': () => 'Le service vocal est injoignable. Réessaie dans un instant.',
  'speech.timeout': () => 'Le service vocal n’a pas répondu à temps. Réessaie dans un instant.',
  'speech.cut': () => 'Le service vocal s’est arrêté en route, il manque peut-être la fin. Réessaie.',
  'speech.malformed': () =>
    'Le service vocal a répondu par quelque chose qui n’est pas de la parole. Réessaie dans un instant.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'Il n’y a rien à dire dans ce texte. Écris quelques mots.',
  'text.too-long': ({ length, limit }) =>
    `Ton texte fait ${characters(length)} ; le maximum est de ${number(limit)} à la fois. Raccourcis-le.`,

  'voice.caller-not-in-channel': () => 'Rejoins d’abord un salon vocal, puis réessaie : je parle là où tu es.',
  'voice.caller-silenced': () =>
    'Je n’ai pas le droit de parler pour toi ici : ce serveur ne veut pas que je te lise, ou la modération a coupé ton micro. Demande aux personnes qui gèrent le serveur.',
  'voice.not-connected': () => 'Je ne suis dans aucun salon vocal. Utilise `/join` pour m’amener dans le tien.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Il me manque la permission **${permissions[permission]}** dans **${channel}**. Une personne qui gère le serveur peut me la donner dans les paramètres du salon.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** est plein (limite : ${number(limit)}). Faites de la place ou choisis un autre salon.`,
  'voice.timed-out-member': () =>
    'Je suis exclu temporairement sur ce serveur et je ne peux pas parler. La modération peut lever l’exclusion.',
  'voice.join-failed': ({ channel }) => `Je n’ai pas pu me connecter à **${channel}**. Réessaie dans un instant.`,
  'voice.queue-full': ({ limit }) =>
    `La file d’attente est pleine (${messages(limit)}). Réessaie quand elle aura avancé, ou utilise \`/stop\`.`,
  'voice.nothing-playing': () => 'Je ne dis rien en ce moment.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Je parle pour des personnes dans **${channel}**. Rejoins-les, ou utilise d’abord \`/leave\` là-bas.`,
  'voice.too-busy': () =>
    'Je parle sur tellement de serveurs qu’avec un de plus, la voix hacherait pour tout le monde. Réessaie dans un instant.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}** : la valeur doit être comprise entre ${number(min)} et ${number(max)}.`,
  'settings.value-not-allowed': ({ setting }) => `**${named(setting)}** : cette valeur n’est pas possible.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Aucune voix ne s’appelle ${voice}. Tu voulais dire ${oneOf(nearest)} ?`
      : `Aucune voix ne s’appelle ${voice}. Choisis-en une dans la liste qui s’ouvre quand tu écris.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `Le modèle ${model} n’a pas la voix ${voice}. Tu la trouves dans ${oneOf(models)}.`
      : `Le modèle ${model} n’a pas la voix ${voice}. Choisis-en une autre.`,
  'settings.unknown-preset': ({ name }) =>
    `Ce serveur n’a pas de style nommé ${name}. \`/style list\` les montre tous.`,
  'settings.too-many': ({ setting, limit }) =>
    `La liste **${named(setting)}** est pleine (limite : ${number(limit)}). Retire d’abord un élément.`,
  'settings.bad-pattern': () =>
    'Ce motif ne peut pas servir. Les assertions (lookaround) et les références arrière sont impossibles ; essaie plus simple.',
  'settings.patterns-too-large': () =>
    'Les motifs de cette liste sont trop lourds à eux tous. Retire-en un avec `/words remove`, ou simplifie-les.',
  'settings.bad-file': ({ line }) =>
    `La ligne ${number(line)} du fichier est illisible. Corrige-la et réessaie ; rien n’a changé.`,
  'settings.not-saved': () => 'Je n’ai pas pu enregistrer, donc rien n’a changé. Réessaie dans un instant.',
  'settings.not-read': () => 'Je n’ai pas accès à mes réglages en ce moment. Réessaie dans un instant.',
  'settings.not-migrated': () => `Mes réglages n’ont pas pu être mis à jour. ${askHost}`,

  'app.stopping': () => 'Je redémarre. Réessaie dans une minute.',
  'app.not-allowed': ({ permission }) =>
    `Ici, seules les personnes qui ont la permission **${permissions[permission]}** peuvent faire ça.`,
  'app.file-too-large': ({ limit }) => `Ce fichier est trop gros : ${number(limit)} Kio au maximum.`,
  'app.file-not-read': () => 'Je n’ai pas pu lire ce fichier. Il faut un fichier texte ; joins-le à nouveau.',
  'app.unexpected': ({ id }) =>
    `Il s’est passé quelque chose qui n’aurait pas dû arriver. ${askHost} C’est dans le journal sous ${id}.`,
}
