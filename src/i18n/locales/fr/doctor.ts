import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Diagnostic de ce serveur :',
  placeOk: (channel) => `Je peux rejoindre ${channel} et y parler.`,
  noPlace: () =>
    'Tu n’es dans aucun salon vocal, donc je n’ai pas pu en vérifier. Rejoins-en un et relance la commande.',
  onStage: (channel) =>
    `${channel} est un salon de conférence : la modération doit m’inviter à parler, ou me donner *Rendre les membres muets*.`,
  cannotWrite: (channel) =>
    `Je ne peux pas écrire dans ${channel}. Donne-moi *Envoyer des messages* pour que j’y signale les problèmes.`,
  libraries: (encryption, opus) =>
    `Le chiffrement de bout en bout (${encryption}) et l’encodeur Opus (${opus}) sont installés.`,
  noEncryption: () => 'Il manque la bibliothèque de chiffrement de bout en bout. Réinstalle Lector avec `npm ci`.',
  gateway: (ms) => `Discord répond en ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `Le vocal est connecté (${number(ms)} ms), ${encrypted ? 'chiffré de bout en bout' : 'sans chiffrement de bout en bout'}.`,
  voiceUntested: () =>
    'Je ne peux tester le vocal (UDP) que dans un salon vocal : utilise `/join`, puis relance la commande.',
  speech: (engine, ms, place) => `${engine} fonctionne : premier son après ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} ne fonctionne pas. ${sentence}`,
  database: (kind, ms) =>
    `Les réglages sont enregistrés dans ${kind === 'sqlite' ? 'un fichier' : 'Postgres'} (${number(ms)} ms).`,
  databaseFailed: () =>
    'Je n’arrive pas à lire les réglages. Vérifie l’espace disque et la connexion à la base de données.',
  budget: (used, cap) => `Ce serveur a utilisé ${number(used)} sur ${characters(cap)} aujourd’hui.`,
  noBudget: (used) => `Ce serveur a utilisé ${characters(used)} aujourd’hui (pas de limite).`,
  clockWrong: (seconds, isFast) =>
    `L’horloge de ma machine ${isFast ? 'avance' : 'retarde'} de ${number(seconds)} s. J’en tiens compte, mais la personne qui gère ce bot devrait activer la synchronisation de l’heure (NTP).`,
}
