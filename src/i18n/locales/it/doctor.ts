import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Diagnosi per questo server:',
  placeOk: (channel) => `Posso entrare in ${channel} e parlare lì.`,
  noPlace: () => 'Non sei in nessun canale vocale, quindi non ho potuto controllarne uno. Entra in uno e riprova.',
  onStage: (channel) =>
    `${channel} è un canale Stage: un moderatore deve invitarmi a parlare, oppure darmi *Silenzia membri*.`,
  cannotWrite: (channel) =>
    `Non posso scrivere in ${channel}. Dammi *Invia messaggi* lì, così posso segnalare i problemi.`,
  libraries: (encryption, opus) =>
    `La crittografia end-to-end (${encryption}) e l’encoder Opus (${opus}) sono installati.`,
  noEncryption: () => 'Manca la libreria per la crittografia end-to-end. Reinstalla Lector con `npm ci`.',
  gateway: (ms) => `Discord risponde in ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `La voce è connessa (${number(ms)} ms), ${encrypted ? 'con crittografia end-to-end' : 'senza crittografia end-to-end'}.`,
  voiceUntested: () => 'Posso provare la voce (UDP) solo quando sono in un canale vocale: usa `/join`, poi riprova.',
  speech: (engine, ms, place) => `${engine} funziona: primo suono dopo ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} non funziona. ${sentence}`,
  database: (kind, ms) =>
    `Le impostazioni vengono salvate ${kind === 'sqlite' ? 'in un file' : 'in Postgres'} (${number(ms)} ms).`,
  databaseFailed: () =>
    'Non riesco a leggere le impostazioni. Controlla lo spazio su disco e la connessione al database.',
  budget: (used, cap) => `Oggi questo server ha usato ${number(used)} su ${characters(cap)}.`,
  noBudget: (used) => `Oggi questo server ha usato ${characters(used)} (nessun limite).`,
  clockWrong: (seconds, isFast) =>
    `L’orologio della mia macchina è ${isFast ? 'avanti' : 'indietro'} di ${number(seconds)} s. Ne tengo conto, ma chi gestisce questo bot dovrebbe attivare la sincronizzazione dell’ora (NTP).`,
}
