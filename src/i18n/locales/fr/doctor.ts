import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Voici comment je vais ici :',
  placeOk: (channel) => `J’ai le droit de venir dans ${channel} et d’y parler.`,
  noPlace: () => 'Tu n’es dans aucun salon vocal, je n’ai donc pas pu en vérifier. Rejoins-en un et redemande-moi.',
  onStage: (channel) =>
    `${channel} est un salon de conférence : la modération doit me donner la parole, ou me donner *Rendre les membres muets*.`,
  cannotWrite: (channel) =>
    `Je n’ai pas le droit d’écrire dans ${channel}, je ne peux donc pas t’y prévenir en cas de problème.`,
  libraries: (encryption, opus) =>
    `Le chiffrement de bout en bout (${encryption}) et l’encodeur Opus (${opus}) sont là.`,
  noEncryption: () => 'La bibliothèque du chiffrement de bout en bout manque. Réinstalle Lector avec `npm ci`.',
  gateway: (ms) => `Discord répond en ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `Le vocal est connecté (${number(ms)} ms), ${encrypted ? 'chiffré de bout en bout' : 'sans chiffrement de bout en bout'}.`,
  voiceUntested: () =>
    'Pour savoir si la voix passe (UDP), il faut que je sois dans un salon vocal : `/join`, puis redemande-moi.',
  speech: (engine, ms, place) => `${engine} parle, premier son après ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} ne parle pas. ${sentence}`,
  database: (kind, ms) =>
    `Les réglages sont conservés (${kind === 'sqlite' ? 'dans un fichier' : 'dans Postgres'}, ${number(ms)} ms).`,
  databaseFailed: () => 'Les réglages sont illisibles. Le disque est-il plein, ou la base de données absente ?',
  budget: (used, cap) => `Ce serveur a utilisé ${number(used)} sur ${characters(cap)} aujourd’hui.`,
  noBudget: (used) => `Ce serveur a utilisé ${characters(used)} aujourd’hui ; il n’y a pas de limite.`,
}
