import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'So geht es mir hier:',
  placeOk: (channel) => `Ich darf in ${channel} kommen und dort sprechen.`,
  noPlace: () => 'Du bist in keinem Sprachkanal, also konnte ich keinen prüfen. Tritt einem bei und frag noch einmal.',
  onStage: (channel) =>
    `${channel} ist ein Stage-Kanal: Die Moderation muss mich sprechen lassen oder mir *Mitglieder stummschalten* geben.`,
  cannotWrite: (channel) =>
    `Ich darf in ${channel} nicht schreiben und kann dort also nicht sagen, wenn etwas schiefgeht.`,
  libraries: (encryption, opus) =>
    `Ende-zu-Ende-Verschlüsselung (${encryption}) und Opus-Encoder (${opus}) sind vorhanden.`,
  noEncryption: () => 'Die Bibliothek für die Ende-zu-Ende-Verschlüsselung fehlt. Installiere Lector neu mit `npm ci`.',
  gateway: (ms) => `Discord antwortet in ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `Der Sprachkanal ist verbunden (${number(ms)} ms), ${encrypted ? 'Ende-zu-Ende-verschlüsselt' : 'ohne Ende-zu-Ende-Verschlüsselung'}.`,
  voiceUntested: () =>
    'Ob Sprache durchkommt (UDP), zeigt sich erst in einem Sprachkanal: Nutze `/join` und frag dann noch einmal.',
  speech: (engine, ms, place) => `${engine} spricht, erster Ton nach ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} spricht nicht. ${sentence}`,
  database: (kind, ms) =>
    `Einstellungen werden gespeichert (${kind === 'sqlite' ? 'in einer Datei' : 'in Postgres'}, ${number(ms)} ms).`,
  databaseFailed: () => 'Ich kann die Einstellungen nicht lesen. Ist die Festplatte voll oder die Datenbank weg?',
  budget: (used, cap) => `Dieser Server hat heute ${number(used)} von ${characters(cap)} verbraucht.`,
  noBudget: (used) => `Dieser Server hat heute ${characters(used)} verbraucht; es gibt keine Grenze.`,
}
