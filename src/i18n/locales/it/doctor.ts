import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Ecco come sto qui:',
  placeOk: (channel) => `Posso venire in ${channel} e parlare lì.`,
  noPlace: () => 'Non sei in nessun canale vocale, quindi non ho potuto controllarne uno. Entra in uno e richiedimelo.',
  onStage: (channel) =>
    `${channel} è un canale Stage: un moderatore deve darmi la parola, oppure darmi *Silenzia membri*.`,
  cannotWrite: (channel) =>
    `Non posso scrivere in ${channel}, quindi lì non posso avvisarti quando qualcosa va storto.`,
  libraries: (encryption, opus) => `La crittografia end-to-end (${encryption}) e l’encoder Opus (${opus}) ci sono.`,
  noEncryption: () => 'Manca la libreria per la crittografia end-to-end. Reinstalla Lector con `npm ci`.',
  gateway: (ms) => `Discord risponde in ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `La voce è connessa (${number(ms)} ms), ${encrypted ? 'con crittografia end-to-end' : 'senza crittografia end-to-end'}.`,
  voiceUntested: () =>
    'Se la voce passa (UDP) si vede solo quando sono in un canale vocale: usa `/join`, poi richiedimelo.',
  speech: (engine, ms, place) => `${engine} parla, primo suono dopo ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} non parla. ${sentence}`,
  database: (kind, ms) =>
    `Le impostazioni vengono salvate (${kind === 'sqlite' ? 'in un file' : 'in Postgres'}, ${number(ms)} ms).`,
  databaseFailed: () => 'Non riesco a leggere le impostazioni. Il disco è pieno, o il database non c’è?',
  budget: (used, cap) => `Oggi questo server ha usato ${number(used)} su ${characters(cap)}.`,
  noBudget: (used) => `Oggi questo server ha usato ${characters(used)}; non c’è un limite.`,
}
