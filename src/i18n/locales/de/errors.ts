import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, number, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('de')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Bitte sag der Person Bescheid, die diesen Bot betreibt.'
const askServer = 'Frag die Leute, die diesen Server verwalten, nach mehr.'

const permissions = {
  ViewChannel: 'Kanal ansehen',
  Connect: 'Verbinden',
  Speak: 'Sprechen',
  ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
  ManageGuild: 'Server verwalten',
} as const

const budgets = {
  'bot-month': (cap: number) => `Dieser Bot hat seine ${characters(cap)} für diesen Monat aufgebraucht.`,
  'bot-day': (cap: number) => `Dieser Bot hat seine ${characters(cap)} für heute aufgebraucht.`,
  'server-month': (cap: number) => `Dieser Server hat seine ${characters(cap)} für diesen Monat aufgebraucht.`,
  'server-day': (cap: number) => `Dieser Server hat seine ${characters(cap)} für heute aufgebraucht.`,
  'member-month': (cap: number) => `Du hast deine ${characters(cap)} für diesen Monat aufgebraucht.`,
  'member-day': (cap: number) => `Du hast deine ${characters(cap)} für heute aufgebraucht.`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Der Sprachdienst nimmt den Schlüssel nicht an. ${askHost}`,
  'speech.access': ({ model }) =>
    `Der Sprachdienst gibt das Modell ${model} für diesen Schlüssel nicht frei. ${askHost}`,
  'speech.quota': () => `Das Kontingent beim Sprachdienst ist aufgebraucht. ${askHost}`,
  'speech.billing': () => `Mit dem Konto beim Sprachdienst stimmt etwas nicht. ${askHost}`,
  'speech.blocked': () =>
    'Der Sprachdienst hat diesen Text wegen seines Inhalts abgelehnt. Versuch es mit anderen Worten.',
  'speech.model-gone': ({ model }) => `Das Sprachmodell ${model} gibt es nicht mehr. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Es gibt keine Stimme namens ${voice}. Nimm eine aus der Liste, die sich beim Tippen öffnet.`,
  'speech.text-too-long': ({ limit }) =>
    `Das ist zu lang für den Sprachdienst: höchstens ${characters(limit)} auf einmal.`,
  'speech.style-too-long': ({ limit }) =>
    `Diese Beschreibung der Sprechweise ist zu lang: höchstens etwa ${words(limit)}. Bitte kürze sie.`,
  'speech.unpronounceable': () =>
    'Die lokale Stimme spricht nur Text in lateinischer Schrift. Für andere Sprachen kann die Person, die diesen Bot betreibt, einen Schlüssel für den Sprachdienst hinterlegen.',
  'speech.bad-request': () => `Der Sprachdienst hat die Anfrage nicht verstanden. ${askHost}`,
  'speech.rate-limited': () => 'Der Sprachdienst ist überlastet. Versuch es in einer Minute noch einmal.',
  'speech.server': () => 'Der Sprachdienst hat gerade selbst ein Problem. Versuch es gleich noch einmal.',
  'speech.network': () => 'Der Sprachdienst ist nicht erreichbar. Versuch es gleich noch einmal.',
  'speech.timeout': () => 'Der Sprachdienst hat nicht rechtzeitig geantwortet. Versuch es gleich noch einmal.',
  'speech.cut': () =>
    'Der Sprachdienst hat mittendrin aufgehört, vielleicht fehlt also das Ende. Versuch es noch einmal.',
  'speech.malformed': () =>
    'Der Sprachdienst hat etwas geschickt, das keine Sprache ist. Versuch es gleich noch einmal.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'In diesem Text gibt es nichts zu sagen. Schreib ein paar Worte.',
  'text.too-long': ({ length, limit }) =>
    `Das sind ${characters(length)}; auf einmal gehen höchstens ${number(limit)}. Bitte kürze den Text.`,

  'voice.caller-not-in-channel': () =>
    'Tritt erst einem Sprachkanal bei und versuch es dann noch einmal: Ich spreche dort, wo du bist.',
  'voice.caller-silenced': () =>
    'Ich darf hier nicht für dich sprechen: Dieser Server will nicht, dass ich dich vorlese, oder die Moderation hat dich stummgeschaltet. Frag die Leute, die den Server verwalten.',
  'voice.not-connected': () => 'Ich bin in keinem Sprachkanal. Mit `/join` holst du mich in deinen.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Mir fehlt in **${channel}** die Berechtigung **${permissions[permission]}**. Wer den Server verwaltet, kann sie mir in den Kanaleinstellungen geben.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** ist voll (Limit: ${number(limit)}). Macht Platz oder nimm einen anderen Kanal.`,
  'voice.timed-out-member': () =>
    'Ich habe auf diesem Server einen Timeout und kann nicht sprechen. Die Moderation kann ihn aufheben.',
  'voice.join-failed': ({ channel }) =>
    `Ich konnte mich nicht mit **${channel}** verbinden. Versuch es gleich noch einmal.`,
  'voice.queue-full': ({ limit }) =>
    `Die Warteschlange ist voll (Limit: ${number(limit)}). Warte, bis einiges gesagt ist, oder nutze \`/stop\`.`,
  'voice.nothing-playing': () => 'Gerade wird nichts gesagt.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Ich spreche gerade für Leute in **${channel}**. Geh zu ihnen oder nutze dort erst \`/leave\`.`,
  'voice.too-busy': () =>
    'Ich spreche gerade auf so vielen Servern, dass es mit einem weiteren bei allen stocken würde. Bitte versuch es gleich noch einmal.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}** muss zwischen ${number(min)} und ${number(max)} liegen.`,
  'settings.value-not-allowed': ({ setting }) => `Dieser Wert ist für **${named(setting)}** nicht möglich.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Es gibt keine Stimme namens ${voice}. Meinst du ${oneOf(nearest)}?`
      : `Es gibt keine Stimme namens ${voice}. Nimm eine aus der Liste, die sich beim Tippen öffnet.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `Das Modell ${model} hat die Stimme ${voice} nicht. Es gibt sie bei ${oneOf(models)}.`
      : `Das Modell ${model} hat die Stimme ${voice} nicht. Nimm eine andere.`,
  'settings.unknown-preset': ({ name }) =>
    `Auf diesem Server gibt es keinen Stil namens ${name}. \`/style list\` zeigt dir alle.`,
  'settings.too-many': ({ setting, limit }) =>
    `Die Liste **${named(setting)}** ist voll: höchstens ${number(limit)}. Entferne erst einen Eintrag.`,
  'settings.bad-pattern': () =>
    'Dieses Muster geht nicht. Lookaround und Rückverweise sind nicht möglich; versuch es einfacher.',
  'settings.patterns-too-large': () =>
    'Die Muster dieser Liste sind zusammen zu groß. Entferne eines mit `/words remove` oder vereinfache sie.',
  'settings.bad-file': ({ line }) =>
    `Zeile ${number(line)} der Datei ist nicht lesbar. Korrigiere sie und versuch es noch einmal; es wurde nichts geändert.`,
  'settings.not-saved': () =>
    'Ich konnte das nicht speichern, es wurde also nichts geändert. Versuch es gleich noch einmal.',
  'settings.not-read': () => 'Ich komme gerade nicht an meine Einstellungen. Versuch es gleich noch einmal.',
  'settings.not-migrated': () => `Meine Einstellungen ließen sich nicht auf den neuen Stand bringen. ${askHost}`,

  'app.stopping': () => 'Ich starte gerade neu. Versuch es in einer Minute noch einmal.',
  'app.not-allowed': ({ permission }) =>
    `Das dürfen hier nur Leute mit der Berechtigung **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Diese Datei ist zu groß: höchstens ${number(limit)} KiB.`,
  'app.file-not-read': () =>
    'Ich konnte diese Datei nicht lesen. Es muss eine Textdatei sein; häng sie noch einmal an.',
  'app.unexpected': ({ id }) =>
    `Etwas ist schiefgegangen, das nicht schiefgehen sollte. ${askHost} Im Log steht es unter ${id}.`,
}
