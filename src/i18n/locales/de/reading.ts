import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages, number } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `Ab jetzt lese ich ${channel} in **${voice}** vor.`,
  willReadHere: (channel, voice) =>
    `Ich lese ${channel} vor, wenn ich in **${voice}** bin. Geh dorthin und hol mich mit \`/join\`.`,
  notReadAnyMore: (channel) => `Ich lese ${channel} nicht mehr vor.`,
  notRead: (channel) =>
    `Ich habe ${channel} gar nicht vorgelesen, also hat sich nichts geändert. \`/read list\` zeigt, was ich vorlese.`,
  list: () => 'Diese Kanäle lese ich vor:',
  listed: (channel, voice) => `${channel} in ${voice}`,
  emptyList: () =>
    'Ich lese noch keinen Textkanal vor, nur den Chat des Sprachkanals, in dem ich bin. Nutz `/read here` in einem Textkanal.',

  readingAloud: (voice) => `Ich lese sie in **${voice}** vor.`,
  readingFrom: (count, left, voice) =>
    `Ich lese ${messages(count)} in **${voice}** vor${left > 0 ? ` (${number(left)} übersprungen)` : ''}.`,
  nothingToRead: () => 'Hier gibt es nichts, was ich vorlesen kann.',

  youAreRead: () => 'Ich lese deine Nachrichten auf diesem Server wieder vor.',
  youAreNotRead: () =>
    'Ich lese deine Nachrichten auf diesem Server nicht mehr vor. Derselbe Menüpunkt macht das rückgängig.',
  isRead: (person) => `Ich lese Nachrichten von ${person} wieder vor.`,
  isNotRead: (person) => `Ich lese Nachrichten von ${person} nicht mehr vor. Derselbe Menüpunkt macht das rückgängig.`,

  following: (person) => `Ich folge ${person} von Sprachkanal zu Sprachkanal, bis ich gehe.`,
  followingNoMore: (person) => `Ich folge ${person} nicht mehr.`,

  outcomes: {
    waiting: 'Sie wartet noch oder wird gerade vorgelesen.',
    spoken: 'Sie wurde vorgelesen.',
    empty: 'In ihr steht nichts, was ich vorlesen kann.',
    'left-out': 'Sie wurde übersprungen, weil zu viele Nachrichten gewartet haben.',
    dropped: 'Sie wurde übersprungen oder abgebrochen, oder ich war weg, bevor sie an der Reihe war.',
    deleted: 'Sie wurde gelöscht, bevor sie zu Ende vorgelesen war.',
    unknown: 'Jetzt würde ich sie vorlesen, aber als sie kam, war ich nicht da, oder es ist zu lange her.',
  },
  reasons: {
    'own-message': 'Sie ist von mir selbst; meine eigenen Nachrichten lese ich nie vor.',
    'system-message': 'Sie ist eine Systemnachricht von Discord.',
    command: 'Sie ist die Antwort auf einen Befehl.',
    'opted-out': 'Die Person, die sie geschrieben hat, möchte nicht vorgelesen werden.',
    'unread-member': 'Dieser Server hat die Person, die sie geschrieben hat, vom Vorlesen ausgeschlossen.',
    'channel-not-read': 'Ich lese diesen Kanal nicht vor. Die Serververwaltung kann hier `/read here` nutzen.',
    bot: 'Sie ist von einem Bot, und Bots lese ich auf diesem Server nicht vor. `/server reading` ändert das.',
    webhook: 'Sie kommt von einem Webhook, und die lese ich auf diesem Server nicht vor. `/server reading` ändert das.',
    'ignored-role': 'Sie ist von jemandem mit einer Rolle, die ich hier nicht vorlese. `/server roles` ändert das.',
    'missing-role': 'Sie ist von jemandem ohne eine der Rollen, die ich hier vorlese. `/server roles` ändert das.',
    'age-restricted': 'Sie steht in einem altersbeschränkten Kanal, aber der Sprachkanal ist für alle offen.',
    silent: 'Sie wurde mit `@silent` gesendet.',
    'ignored-prefix': 'Sie beginnt mit dem Präfix für „nicht vorlesen“. `/server reading` ändert das.',
    'missing-prefix': 'Sie beginnt nicht mit dem Präfix, das hier nötig ist. `/server reading` ändert das.',
    'too-old': 'Sie war schon über zwei Minuten alt, als sie bei mir ankam.',
    'not-there': 'Ich bin nicht in dem Sprachkanal, in dem ich diesen Kanal vorlese. Nutz dort `/join`.',
    'author-not-in-voice':
      'Die Person, die sie geschrieben hat, ist nicht mit mir im Sprachkanal. `/server reading` ändert das.',
    'author-muted': 'Die Moderation hat die Person, die sie geschrieben hat, stummgeschaltet.',
    duplicate: 'Dasselbe kam dreimal in zehn Sekunden, oder derselbe lange Text zweimal in einer Minute.',
    'member-rate':
      'Das waren mehr Nachrichten pro Minute von einer Person, als ich hier vorlese. `/server limits` ändert das.',
    'server-rate': 'Das waren mehr Nachrichten pro Minute, als ich hier vorlese. `/server limits` ändert das.',
  },
  failed: (sentence) => `Ich konnte sie nicht vorlesen. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'vorlesen', description: 'Textkanäle vorlesen' },
  'read here': {
    name: 'hier',
    description: 'Lass diesen Textkanal vorlesen',
    options: { voice: { name: 'sprachkanal', description: 'In welchem Sprachkanal; ohne Angabe in deinem' } },
  },
  'read stop': {
    description: 'Lass einen Textkanal nicht mehr vorlesen',
    options: { channel: { name: 'kanal', description: 'Welchen; ohne Angabe diesen' } },
  },
  'read list': { name: 'liste', description: 'Zeigt, welche Textkanäle wo vorgelesen werden' },
  follow: {
    name: 'folgen',
    description: 'Lass mich jemandem durch die Sprachkanäle folgen; noch einmal für dieselbe Person beendet es',
    options: { person: { description: 'Wem; ohne Angabe dir selbst' } },
  },
  'Read aloud': { name: 'Vorlesen', description: 'Diese Nachricht in deinem Sprachkanal vorlesen' },
  'Read from here': { name: 'Ab hier vorlesen', description: 'Diese Nachricht und die danach vorlesen' },
  'Why was this (not) read?': {
    name: 'Warum (nicht) vorgelesen?',
    description: 'Erklärt, warum diese Nachricht (nicht) vorgelesen wurde',
  },
  "Read this person / don't": {
    name: 'Person (nicht) vorlesen',
    description: 'Umschalten, ob die Nachrichten dieser Person auf diesem Server vorgelesen werden',
  },
}
