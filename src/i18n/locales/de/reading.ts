import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `Ab jetzt lese ich ${channel} in **${voice}** vor.`,
  willReadHere: (channel, voice) =>
    `Ich lese ${channel} vor, sobald ich in **${voice}** bin. Geh dorthin und hol mich mit \`/join\`.`,
  notReadAnyMore: (channel) => `Ich lese ${channel} nicht mehr vor.`,
  notRead: (channel) =>
    `Ich lese ${channel} gar nicht vor; es hat sich nichts geändert. \`/read list\` zeigt, was ich vorlese.`,
  list: () => 'Diese Kanäle lese ich vor:',
  listed: (channel, voice) => `${channel} in ${voice}`,
  emptyList: () =>
    'Ich lese noch keinen Kanal vor, nur den Chat des Sprachkanals, in dem ich bin. Nutze `/read here` in einem Textkanal.',

  readingAloud: (voice) => `Ich lese sie in **${voice}** vor.`,
  readingFrom: (count, left, voice) =>
    `Ich lese ${messages(count)} in **${voice}** vor${left > 0 ? `; ${messages(left)} lasse ich aus, weil ich nicht darf oder es nichts zu sagen gibt` : ''}.`,
  nothingToRead: () => 'Hier gibt es nichts, was ich vorlesen darf.',

  youAreRead: () => 'Deine Nachrichten werden auf diesem Server wieder vorgelesen.',
  youAreNotRead: () =>
    'Deine Nachrichten werden auf diesem Server ab jetzt nicht mehr vorgelesen. Derselbe Menüpunkt macht das rückgängig.',
  isRead: (person) => `Nachrichten von ${person} werden wieder vorgelesen.`,
  isNotRead: (person) =>
    `Nachrichten von ${person} werden ab jetzt nicht mehr vorgelesen. Derselbe Menüpunkt macht das rückgängig.`,

  following: (person) => `Ich folge ${person} von Sprachkanal zu Sprachkanal, bis ich gehe.`,
  followingNoMore: (person) => `Ich folge ${person} nicht mehr.`,

  fates: {
    waiting: 'Sie wartet noch oder wird gerade vorgelesen.',
    spoken: 'Sie wurde vorgelesen.',
    empty: 'In ihr steht nichts, was eine Stimme sagen könnte.',
    'left-out': 'Sie wurde ausgelassen, weil zu viele Nachrichten gewartet haben.',
    dropped: 'Sie wurde übersprungen oder abgebrochen, oder ich war weg, bevor sie an der Reihe war.',
    deleted: 'Sie wurde gelöscht, bevor sie zu Ende vorgelesen war.',
    unknown:
      'Jetzt würde ich sie vorlesen, aber als sie geschrieben wurde, war ich nicht da, oder es ist zu lange her.',
  },
  reasons: {
    'own-message': 'Sie ist von mir selbst; meine eigenen Nachrichten lese ich nie vor.',
    'system-message': 'Sie kommt von Discord selbst, nicht von einem Menschen.',
    command: 'Sie ist die Antwort auf einen Befehl.',
    'opted-out': 'Wer sie geschrieben hat, möchte nicht vorgelesen werden.',
    'unread-member': 'Wer sie geschrieben hat, soll auf diesem Server nicht vorgelesen werden.',
    'channel-not-read': 'Dieser Kanal wird nicht vorgelesen. Wer den Server verwaltet, kann darin `/read here` nutzen.',
    bot: 'Sie ist von einem Bot, und Bots werden auf diesem Server nicht vorgelesen. `/server reading` ändert das.',
    webhook:
      'Sie kommt von einem Webhook, und die werden auf diesem Server nicht vorgelesen. `/server reading` ändert das.',
    'ignored-role':
      'Wer sie geschrieben hat, hat eine Rolle, die hier nicht vorgelesen wird. `/server roles` ändert das.',
    'missing-role':
      'Wer sie geschrieben hat, hat keine der Rollen, die hier vorgelesen werden. `/server roles` ändert das.',
    'age-restricted': 'Sie steht in einem altersbeschränkten Kanal, und der Sprachkanal ist für alle offen.',
    silent: 'Sie wurde mit `@silent` gesendet.',
    'ignored-prefix': 'Sie beginnt mit dem Zeichen für „nicht vorlesen“. `/server reading` ändert das.',
    'missing-prefix':
      'Hier werden nur Nachrichten vorgelesen, die mit einem bestimmten Zeichen beginnen. `/server reading` zeigt und ändert es.',
    'too-old': 'Sie war schon über zwei Minuten alt, als sie bei mir ankam.',
    'not-there': 'Ich bin nicht in dem Sprachkanal, in dem dieser Kanal vorgelesen wird. Nutze dort `/join`.',
    'author-not-in-voice':
      'Wer sie geschrieben hat, ist nicht mit mir im Sprachkanal. Mit `/server reading` kannst du alle vorlesen lassen.',
    'author-muted': 'Wer sie geschrieben hat, wurde von der Moderation stummgeschaltet.',
    duplicate: 'Dasselbe kam von derselben Person schon in der letzten Minute.',
    'member-rate':
      'Das waren mehr Nachrichten pro Minute von einer Person, als hier vorgelesen werden. `/server limits` ändert das.',
    'server-rate':
      'In einer Minute wurden mehr Nachrichten geschrieben, als hier vorgelesen werden. `/server limits` ändert das.',
  },
  failed: (sentence) => `Sie konnte nicht gesprochen werden. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'vorlesen', description: 'Welche Textkanäle vorgelesen werden' },
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
    description: 'Lass mich jemandem durch die Sprachkanäle folgen; dieselbe Person noch einmal beendet es',
    options: { person: { description: 'Wem; ohne Angabe dir selbst' } },
  },
  'Read aloud': { name: 'Vorlesen', description: 'Diese Nachricht in deinem Sprachkanal vorlesen' },
  'Read from here': { name: 'Ab hier vorlesen', description: 'Diese Nachricht und die danach vorlesen' },
  'Why was this (not) read?': {
    name: 'Warum (nicht) vorgelesen?',
    description: 'Zeigt, was aus dieser Nachricht geworden ist',
  },
  "Read this person / don't": {
    name: 'Person (nicht) vorlesen',
    description: 'Umschalten, ob die Nachrichten dieser Person auf diesem Server vorgelesen werden',
  },
}
