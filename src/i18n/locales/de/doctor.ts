import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Diagnose für diesen Server:',
  placeOk: (channel) => `Ich kann ${channel} beitreten und dort sprechen.`,
  noPlace: () => 'Du bist in keinem Sprachkanal, also konnte ich keinen prüfen. Geh in einen und frag noch einmal.',
  onStage: (channel) =>
    `${channel} ist ein Stage-Kanal: Die Moderation muss mich auf die Bühne holen oder mir *Mitglieder stummschalten* geben.`,
  cannotWrite: (channel) =>
    `Ich kann in ${channel} nicht schreiben. Gib mir dort *Nachrichten senden*, damit ich Probleme melden kann.`,
  libraries: (encryption, opus) =>
    `Ende-zu-Ende-Verschlüsselung (${encryption}) und Opus-Encoder (${opus}) sind installiert.`,
  noEncryption: () => 'Die Bibliothek für die Ende-zu-Ende-Verschlüsselung fehlt. Installiere Lector neu mit `npm ci`.',
  gateway: (ms) => `Discord antwortet in ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `Der Sprachkanal ist verbunden (${number(ms)} ms), ${encrypted ? 'Ende-zu-Ende-verschlüsselt' : 'ohne Ende-zu-Ende-Verschlüsselung'}.`,
  voiceUntested: () =>
    'Die Sprachverbindung (UDP) kann ich nur in einem Sprachkanal testen: Nutz `/join` und frag dann noch einmal.',
  speech: (engine, ms, place) => `${engine} funktioniert: erster Ton nach ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} funktioniert nicht. ${sentence}`,
  database: (kind, ms) =>
    `Einstellungen werden ${kind === 'sqlite' ? 'in einer Datei' : 'in Postgres'} gespeichert (${number(ms)} ms).`,
  databaseFailed: () =>
    'Ich kann die Einstellungen nicht lesen. Prüf den Speicherplatz und die Verbindung zur Datenbank.',
  budget: (used, cap) => `Dieser Server hat heute ${number(used)} von ${characters(cap)} verbraucht.`,
  noBudget: (used) => `Dieser Server hat heute ${characters(used)} verbraucht (kein Limit).`,
  clockWrong: (seconds, isFast) =>
    `Die Uhr meines Rechners geht ${number(seconds)} s ${isFast ? 'vor' : 'nach'}. Ich rechne das heraus, aber wer diesen Bot betreibt, sollte die Zeitsynchronisation (NTP) einschalten.`,
}
