import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'stimme', description: 'Tippe einen Namen, eine Sprache oder eine Art von Stimme' }
const style = {
  name: 'stil',
  description: 'Ein Stil aus der Liste oder deine Worte: flüsternd, wie beim Fußballkommentar, …',
}
const language = { name: 'sprache', description: 'Die Sprache des Textes' }
const channel = { name: 'kanal', description: 'Der Kanal; ohne Angabe dieser hier' }
const whose = { name: 'für', description: 'Wessen Liste', choices: { me: 'meine', server: 'die des Servers' } }
const written = { name: 'geschrieben', description: 'Was geschrieben steht' }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'stimme', description: 'Deine Stimme auf diesem Server' },
  'voice set': { name: 'wählen', description: 'Such dir deine Stimme aus', options: { voice } },
  'voice style': { name: 'stil', description: 'Wähl aus, wie deine Stimme spricht', options: { style } },
  'voice language': { name: 'sprache', description: 'Wähl die Sprache, in der du schreibst', options: { language } },
  'voice speed': {
    name: 'tempo',
    description: 'Wähl aus, wie schnell deine Stimme spricht',
    options: { speed: { name: 'tempo', description: '0,5 ist halb so schnell wie normal, 2 doppelt so schnell' } },
  },
  'voice show': { name: 'anzeigen', description: 'Zeigt deine Stimme und woher jede Einstellung kommt' },
  'voice reset': {
    name: 'zurücksetzen',
    description: 'Zurück zu der Stimme, die alle haben',
    options: {
      setting: {
        name: 'einstellung',
        description: 'Was zurückgesetzt wird; ohne Angabe alles',
        choices: { voice: 'Stimme', style: 'Stil', language: 'Sprache', speed: 'Tempo' },
      },
    },
  },
  'voice preview': { name: 'anhören', description: 'Hör dir eine Stimme an', options: { voice, style } },
  'voice list': { name: 'liste', description: 'Stöbere in allen Stimmen' },

  style: { name: 'stil', description: 'Stile: wie eine Stimme spricht' },
  'style use': { name: 'nutzen', description: 'Wähl aus, wie deine Stimme spricht', options: { style } },
  'style list': { name: 'liste', description: 'Zeigt die Stile, die einen Namen haben' },
  'style add': {
    name: 'hinzufügen',
    description: 'Gib einem Stil einen Namen, den alle auf diesem Server nutzen können',
    options: {
      name: { description: 'Ein kurzer Name' },
      style: { name: 'stil', description: 'Wie gesprochen wird, in einfachen Worten, auf Englisch oder Chinesisch' },
    },
  },
  'style remove': {
    name: 'entfernen',
    description: 'Entfernt einen Stil dieses Servers',
    options: { name: { description: 'Sein Name' } },
  },

  server: { description: 'Die Einstellungen dieses Servers' },
  'server voice': { name: 'stimme', description: 'Die Stimme für alle, die keine gewählt haben', options: { voice } },
  'server style': { name: 'stil', description: 'Der Stil für alle, die keinen gewählt haben', options: { style } },
  'server language': { name: 'sprache', description: 'Die Sprache, in der man hier schreibt', options: { language } },
  'server engine': {
    name: 'dienst',
    description: 'Der Dienst, der die Sprache erzeugt',
    options: {
      engine: { name: 'dienst', description: 'Der Sprachdienst' },
      model: { name: 'modell', description: 'Das Modell des Sprachdienstes' },
    },
  },
  'server limits': {
    name: 'grenzen',
    description: 'Wie viel und wie schnell vorgelesen wird',
    options: {
      'max-length': {
        name: 'höchstlänge',
        description: 'Die längste Nachricht, die vorgelesen wird, 1 bis 2000 Zeichen',
      },
      queue: { name: 'warteschlange', description: 'Nachrichten, die warten dürfen, 1 bis 200' },
      'queue-per-member': { name: 'wartende-pro-mitglied', description: 'Wartende Nachrichten pro Mitglied, 1 bis 50' },
      'per-minute': { name: 'pro-minute', description: 'Nachrichten pro Mitglied in einer Minute, 1 bis 120' },
      'everybody-per-minute': {
        name: 'alle-pro-minute',
        description: 'Nachrichten von allen in einer Minute, 1 bis 600',
      },
      'alone-after': {
        name: 'allein-nach',
        description: 'Sekunden, bis ich einen leeren Kanal verlasse, bis 86400; bei 0 bleibe ich',
      },
      speed: { name: 'tempo', description: 'Das Tempo für alle, die keines gewählt haben, 0,5 bis 2' },
      volume: { name: 'lautstärke', description: 'Die Lautstärke, 0 bis 2' },
    },
  },
  'server announce': {
    name: 'ansagen',
    description: 'Was ich zwischen den Nachrichten sage',
    options: {
      names: {
        name: 'namen',
        description: 'Wann der Name vor einer Nachricht gesagt wird',
        choices: { never: 'nie', change: 'wenn davor jemand anders dran war', always: 'immer' },
      },
      language: { name: 'sprache', description: 'Die Sprache der Ansagen' },
      joins: { name: 'kommen', description: 'Ansagen, wer kommt' },
      leaves: { name: 'gehen', description: 'Ansagen, wer geht' },
    },
  },
  'server reading': {
    name: 'vorlesen',
    description: 'Welche Nachrichten vorgelesen werden',
    options: {
      bots: { description: 'Nachrichten von Bots' },
      webhooks: { description: 'Nachrichten von Webhooks' },
      embeds: { description: 'Was in Embeds steht' },
      'only-in-voice': { name: 'nur-im-sprachkanal', description: 'Nur von Mitgliedern, die im Sprachkanal sind' },
      'auto-join': {
        name: 'von-selbst-kommen',
        description: 'Kommen, wenn das erste Mitglied den Sprachkanal betritt',
      },
      'ignore-prefix': {
        name: 'nicht-vorlesen-bei',
        description: 'Nachrichten, die so beginnen, werden nicht vorgelesen',
      },
      'require-prefix': {
        name: 'nur-vorlesen-bei',
        description: 'Nur Nachrichten, die so beginnen, werden vorgelesen',
      },
    },
  },
  'server roles': {
    name: 'rollen',
    description: 'Wessen Nachrichten vorgelesen werden, nach Rolle',
    options: {
      role: { name: 'rolle', description: 'Die Rolle' },
      rule: {
        name: 'regel',
        description: 'Was für Leute mit dieser Rolle gilt',
        choices: { required: 'nur sie werden vorgelesen', ignored: 'nie vorlesen', none: 'nichts Besonderes' },
      },
    },
  },
  'server budget': {
    description: 'Wie viele Zeichen gesprochen werden dürfen',
    options: {
      'server-day': { name: 'server-tag', description: 'Von allen zusammen an einem Tag' },
      'server-month': { name: 'server-monat', description: 'Von allen zusammen in einem Monat' },
      'member-day': { name: 'mitglied-tag', description: 'Von einem Mitglied an einem Tag' },
      'member-month': { name: 'mitglied-monat', description: 'Von einem Mitglied in einem Monat' },
      'when-spent': {
        name: 'wenn-aufgebraucht',
        description: 'Was dann passiert',
        choices: { local: 'mit der lokalen Stimme weitermachen', stop: 'aufhören und Bescheid sagen' },
      },
    },
  },
  'server show': { name: 'anzeigen', description: 'Zeigt alle Einstellungen dieses Servers' },
  'server reset': {
    name: 'zurücksetzen',
    description: 'Zurück zum Standard',
    options: {
      setting: {
        name: 'einstellung',
        description: 'Was zurückgesetzt wird',
        choices: {
          voice: 'Stimme',
          style: 'Stil',
          language: 'Sprache',
          engine: 'Sprachdienst',
          limits: 'Grenzen',
          announce: 'Ansagen',
          reading: 'Was vorgelesen wird',
          roles: 'Rollen',
          budget: 'Budget',
          all: 'Alles hier',
        },
      },
    },
  },
  'server panel': { description: 'Ändere die wichtigsten Einstellungen per Knopfdruck' },

  channel: { name: 'kanal', description: 'Die Stimme eines einzelnen Kanals' },
  'channel voice': {
    name: 'stimme',
    description: 'Die Stimme für alle, die keine gewählt haben',
    options: { voice, channel },
  },
  'channel style': {
    name: 'stil',
    description: 'Der Stil für alle, die keinen gewählt haben',
    options: { style, channel },
  },
  'channel language': {
    name: 'sprache',
    description: 'Die Sprache, in der man dort schreibt',
    options: { language, channel },
  },
  'channel reset': { name: 'zurücksetzen', description: 'Zurück zu dem, was der Server vorgibt', options: { channel } },

  words: { name: 'wörter', description: 'Wie Wörter ausgesprochen werden' },
  'words add': {
    name: 'hinzufügen',
    description: 'Lass etwas anderes sagen, als geschrieben steht',
    options: {
      written,
      spoken: { name: 'gesprochen', description: 'Was ich sagen soll; ohne Angabe nichts' },
      for: whose,
      regex: { description: 'Was geschrieben steht, ist ein Muster (RE2)' },
      'whole-word': { name: 'ganzes-wort', description: 'Nicht innerhalb eines längeren Wortes; ohne Angabe ja' },
      'match-case': { name: 'groß-klein', description: 'Nur genau so groß- und kleingeschrieben' },
    },
  },
  'words remove': {
    name: 'entfernen',
    description: 'Lass ein Wort wieder so sagen, wie es geschrieben steht',
    options: { written, for: whose },
  },
  'words list': { name: 'liste', description: 'Zeigt die Liste', options: { for: whose } },
  'words import': {
    name: 'importieren',
    description: 'Füg Wörter aus einer Datei hinzu',
    options: {
      file: { name: 'datei', description: 'Eine CSV- oder JSON-Datei, wie /words export sie erstellt; bis 256 KiB' },
      for: whose,
      replace: { name: 'ersetzen', description: 'Alle anderen Wörter entfernen' },
    },
  },
  'words export': {
    name: 'exportieren',
    description: 'Hol dir die Liste als Datei',
    options: {
      format: {
        description: 'Die Art der Datei',
        choices: { csv: 'CSV (für eine Tabellenkalkulation)', json: 'JSON' },
      },
      for: whose,
    },
  },

  nickname: { name: 'rufname', description: 'Wie ich dich nenne' },
  'nickname set': {
    name: 'wählen',
    description: 'Wähl den Namen, den ich vor deinen Nachrichten sage',
    options: { name: { description: 'Der Name, so wie ich ihn sagen soll' } },
  },
  'nickname reset': { name: 'zurücksetzen', description: 'Zurück zu deinem Namen auf diesem Server' },

  optout: { name: 'nicht-vorlesen', description: 'Lies nicht vor, was ich schreibe' },
  'optout here': { name: 'hier', description: 'Lies auf diesem Server nie vor, was ich schreibe' },
  'optout everywhere': { name: 'überall', description: 'Lies auf keinem Server vor, was ich schreibe' },
  'optout off': { name: 'aufheben', description: 'Lies wieder vor, was ich schreibe' },

  mydata: { name: 'meine-daten', description: 'Was über dich gespeichert ist' },
  'mydata export': { name: 'exportieren', description: 'Hol dir alles, was über dich gespeichert ist, als Datei' },
  'mydata delete': { name: 'löschen', description: 'Lösch alles, was über dich gespeichert ist' },

  privacy: { name: 'datenschutz', description: 'Was wie lange gespeichert wird und wohin Texte gehen' },
}
