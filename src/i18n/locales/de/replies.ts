import type { ReplyTexts } from '../../catalogue.ts'
import { messages, number, otherMessagesDative } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `Ich bin in **${channel}**. Mit \`/say\` lässt du mich sprechen.`,
  left: () => 'Ich habe den Sprachkanal verlassen.',
  speaking: (channel) => `Ich spreche in **${channel}**.`,
  queued: (ahead) => `In der Warteschlange, nach ${otherMessagesDative(ahead)}.`,
  voted: (votes, needed) =>
    `Das ist nicht von dir, also wird abgestimmt: ${number(votes)} von ${number(needed)}. Andere im Kanal können denselben Befehl nutzen.`,
  deafened: () => 'Du hast den Ton aus, also hörst du es nicht.',
  offerExpired: () => 'Das Angebot gilt nicht mehr. Nutz noch einmal `/say`.',
  skipped: () => 'Übersprungen.',
  stopped: (n) => `Gestoppt; ${messages(n)} verworfen.`,
  styleIgnored: (voice) => `${voice} kann den Stil nicht ändern, also klingt es wie immer.`,
  modelReplaced: (model, by) => `Das Modell ${model} ist nicht verfügbar; gesprochen hat ${by}.`,
  voiceReplaced: (voice, by) => `Die Stimme ${voice} ist nicht verfügbar; gesprochen hat ${by}.`,
  removed: (channel) => `Jemand hat mich aus ${channel} geworfen. Mit \`/join\` holst du mich zurück.`,
  connectionLost: (channel) =>
    `Die Verbindung zu ${channel} ist abgebrochen und ließ sich nicht wiederherstellen. Mit \`/join\` holst du mich zurück.`,
  recovering: (channel) =>
    `Die Verbindung zu ${channel} ist abgebrochen, ich versuche sie wiederherzustellen. Was ihr solange sagt, wartet bis zu 2 Minuten.`,
  comingBack: (channel) => `Die Verbindung zu ${channel} ist abgebrochen. Ich komme von selbst zurück, sobald es geht.`,
  holds: {
    muted: (channel) =>
      `Ich bin in ${channel} stummgeschaltet. Sobald die Moderation das aufhebt, mache ich da weiter, wo ich war.`,
    suppressed: (channel) =>
      `Mir fehlt in ${channel} jetzt die Berechtigung **Sprechen**. Sobald ich sie wieder habe, mache ich da weiter, wo ich war.`,
    audience: (channel) =>
      `Ich bin im Publikum von ${channel} und habe mich gemeldet. Die Moderation kann mich sprechen lassen.`,
  },
  engineReplaced: () => 'Gesprochen hat eine andere Stimme.',
}
