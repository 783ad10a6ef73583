import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, number, seconds, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('de')
const most = measured({ number, characters, seconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Sag bitte der Person Bescheid, die diesen Bot betreibt.'
const askServer = 'Die Serververwaltung kann das Limit erhöhen.'

const permissions = {
  ViewChannel: 'Kanal ansehen',
  Connect: 'Verbinden',
  Speak: 'Sprechen',
  ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
  ManageGuild: 'Server verwalten',
} as const

const budgets = {
  'bot-month': (cap: number) =>
    `Dieser Bot hat seine ${characters(cap)} für diesen Monat aufgebraucht; am 1. geht es weiter.`,
  'bot-day': (cap: number) =>
    `Dieser Bot hat seine ${characters(cap)} für heute aufgebraucht; um 00:00 UTC geht es weiter.`,
  'server-month': (cap: number) =>
    `Dieser Server hat seine ${characters(cap)} für diesen Monat aufgebraucht; am 1. geht es weiter.`,
  'server-day': (cap: number) =>
    `Dieser Server hat seine ${characters(cap)} für heute aufgebraucht; um 00:00 UTC geht es weiter.`,
  'member-month': (cap: number) =>
    `Du hast deine ${characters(cap)} für diesen Monat aufgebraucht; am 1. geht es weiter.`,
  'member-day': (cap: number) =>
    `Du hast deine ${characters(cap)} für heute aufgebraucht; um 00:00 UTC geht es weiter.`,
  'member-hour': (cap: number) => `Du hast deine ${characters(cap)} für diese Stunde aufgebraucht. Warte eine Weile.`,
} as const

const patterns = {
  syntax: 'Dieses Muster kann ich nicht nutzen: Es enthält einen Fehler, etwa eine offene Klammer.',
  unsupported: 'Dieses Muster kann ich nicht nutzen. Lookaround und Rückverweise gehen nicht; versuch es einfacher.',
  'too-large': 'Dieses Muster kann ich nicht nutzen: Es ist zu kompliziert. Mach es kürzer.',
  empty: 'Dieses Muster kann ich nicht nutzen: Es passt auch auf gar nichts. Mindestens ein Zeichen muss vorkommen.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Der Sprachdienst hat den API-Schlüssel abgelehnt. ${askHost}`,
  'speech.access': ({ model }) =>
    `Mit diesem API-Schlüssel ist das Sprachmodell ${model} nicht freigeschaltet. ${askHost}`,
  'speech.quota': () => `Das Kontingent beim Sprachdienst ist aufgebraucht. ${askHost}`,
  'speech.billing': () => `Der Sprachdienst meldet ein Problem mit der Abrechnung. ${askHost}`,
  'speech.blocked': () =>
    'Der Sprachdienst hat diesen Text wegen seines Inhalts abgelehnt. Versuch es mit anderen Worten.',
  'speech.model-gone': ({ model }) =>
    `Das Sprachmodell ${model} ist nicht verfügbar (falscher Name oder eingestellt). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Es gibt keine Stimme namens ${voice}. Nimm eine aus der Liste, die sich beim Tippen öffnet.`,
  'speech.text-too-long': ({ limit }) =>
    `Der Sprachdienst nimmt höchstens ${characters(limit)} auf einmal. Kürz den Text.`,
  'speech.style-too-long': ({ limit }) => `Dieser Stil ist zu lang: Es gehen höchstens etwa ${words(limit)}. Kürz ihn.`,
  'speech.unpronounceable': () =>
    'Die lokale Stimme spricht nur Text in lateinischer Schrift. Für andere Sprachen kann die Person, die diesen Bot betreibt, einen Schlüssel für den Sprachdienst hinterlegen.',
  'speech.bad-request': () => `Der Sprachdienst hat die Anfrage als ungültig abgelehnt. ${askHost}`,
  'speech.rate-limited': () => 'Der Sprachdienst ist überlastet. Versuch es in einer Minute noch einmal.',
  'speech.server': () => 'Der Sprachdienst hat gerade ein Problem. Versuch es gleich noch einmal.',
  'speech.network': () => 'Der Sprachdienst ist nicht erreichbar. Versuch es gleich noch einmal.',
  'speech.timeout': () => 'Der Sprachdienst hat zu lange nicht geantwortet. Versuch es gleich noch einmal.',
  'speech.cut': () => 'Der Sprachdienst hat zu früh aufgehört, vielleicht fehlt das Ende. Versuch es noch einmal.',
  'speech.malformed': () => 'Der Sprachdienst hat etwas geschickt, das kein Ton ist. Versuch es gleich noch einmal.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'In diesem Text steht nichts, was ich sagen kann. Schreib ein paar Worte.',
  'text.too-long': ({ length, limit }) =>
    `Dein Text hat ${characters(length)}, höchstens ${number(limit)} gehen. Kürz ihn.`,

  'voice.caller-not-in-channel': () => 'Geh erst in einen Sprachkanal und versuch es dann noch einmal.',
  'voice.caller-silenced': () =>
    'Ich kann hier nicht für dich sprechen: Dieser Server hat dich vom Vorlesen ausgeschlossen, oder die Moderation hat dich stummgeschaltet. Frag am besten die Moderation.',
  'voice.not-connected': () => 'Ich bin in keinem Sprachkanal. Mit `/join` holst du mich in deinen.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Mir fehlt in **${channel}** die Berechtigung **${permissions[permission]}**. Die Serververwaltung kann sie mir in den Kanaleinstellungen geben.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** ist voll (Limit: ${number(limit)}). Macht Platz oder nehmt einen anderen Kanal.`,
  'voice.timed-out-member': () =>
    'Ich habe auf diesem Server einen Timeout und kann deshalb nicht sprechen. Die Moderation kann ihn aufheben.',
  'voice.join-failed': ({ channel }) =>
    `Ich konnte mich nicht mit **${channel}** verbinden. Versuch es gleich noch einmal.`,
  'voice.udp-blocked': ({ address }) =>
    `UDP an ${address} bekommt keine Antwort, deshalb hört mich niemand: Eine Firewall oder NAT ist im Weg. Ich versuche es weiter.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `Ich spreche für Leute in **${channel}**. Geh dazu, um das zu tun, oder frag jemanden, der den Server verwaltet.`,
  'voice.turn-over': () => 'Andere haben gewartet, deshalb habe ich deinen Text nach einer Minute beendet.',
  'voice.queue-full': ({ limit }) =>
    `Die Warteschlange ist voll (Limit: ${number(limit)}). Warte kurz oder nutz \`/stop\`.`,
  'voice.nothing-playing': () => 'Ich sage gerade nichts.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Ich spreche gerade in **${channel}**. Komm dazu oder nutz dort erst \`/leave\`.`,
  'voice.too-busy': () =>
    'Ich spreche gerade auf zu vielen Servern; mit einem weiteren würde es bei allen stocken. Versuch es gleich noch einmal.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** muss zwischen ${number(min)} und ${most(max, unit)} liegen.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `Dieser Wert ist für **${named(setting)}** nicht möglich.`
      : `„${value}“ ist für **${named(setting)}** nicht möglich. Such dir etwas aus der Liste aus.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Es gibt keine Stimme namens ${voice}. Meintest du ${oneOf(nearest)}?`
      : `Es gibt keine Stimme namens ${voice}. Nimm eine aus der Liste, die sich beim Tippen öffnet.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `Für den Sprachdienst ${engine} ist dieser Bot nicht eingerichtet. Wer ihn betreibt, muss \`${variable}\` setzen.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `Das Modell ${model} hat die Stimme ${voice} nicht. Es gibt sie bei ${oneOf(models)}.`
      : `Das Modell ${model} hat die Stimme ${voice} nicht. Nimm eine andere.`,
  'settings.unknown-preset': ({ name }) =>
    `Auf diesem Server gibt es keinen Stil namens ${name}. \`/style list\` zeigt dir alle.`,
  'settings.too-many': ({ setting, limit }) =>
    `Die Liste **${named(setting)}** ist voll (Limit: ${number(limit)}). Entferne erst einen Eintrag.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'Die Muster dieser Liste sind zusammen zu komplex. Entferne eines mit `/words remove` oder vereinfache sie.',
  'settings.bad-file': ({ line }) =>
    `Zeile ${number(line)} der Datei kann ich nicht lesen, also hat sich nichts geändert. Korrigiere sie und versuch es noch einmal. Ein Beispiel bekommst du mit \`/words export\`.`,
  'settings.not-saved': () =>
    'Ich konnte das nicht speichern, also hat sich nichts geändert. Versuch es gleich noch einmal.',
  'settings.not-read': () => 'Ich komme gerade nicht an meine Einstellungen. Versuch es gleich noch einmal.',
  'settings.not-migrated': () => `Ich konnte meine Datenbank nicht aktualisieren. ${askHost}`,

  'app.not-ready': () => 'Ich starte hier noch. Versuch es gleich noch einmal.',
  'app.stopping': () => 'Ich starte gerade neu. Versuch es in einer Minute noch einmal.',
  'app.not-allowed': ({ permission }) => `Dafür brauchst du hier die Berechtigung **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Diese Datei ist zu groß (Limit: ${number(limit)} KiB).`,
  'app.file-not-read': () => 'Ich konnte diese Datei nicht lesen. Häng sie als Textdatei noch einmal an.',
  'app.unexpected': ({ id }) => `Bei mir ist etwas schiefgegangen. ${askHost} Im Log steht es unter ${id}.`,
}
