import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'stimme', description: 'Tippe einen Namen, eine Sprache oder eine Art von Stimme' }
const style = {
  name: 'stil',
  description: 'Ein Stil aus der Liste oder deine Worte: flüsternd, wie beim Fußballkommentar, …',
}
const language = { name: 'sprache', description: 'Die Sprache des Textes' }
const channel = { name: 'kanal', description: 'Der Kanal; ohne Angabe dieser hier' }
const whose = { name: 'für', description: 'Wessen Liste', choices: { me: 'meine', server: 'die des Servers' } }
const written = { name: 'geschrieben', description: 'Das Wort, wie es geschrieben wird' }

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
  'voice time-zone': {
    name: 'zeitzone',
    description: 'Wähl die Zeitzone für Zeiten, die du schreibst',
    options: { zone: { name: 'zone', description: 'Tippe eine Stadt: Berlin, Tokyo, New York' } },
  },
  'voice show': { name: 'anzeigen', description: 'Zeigt deine Stimme und woher jede Einstellung kommt' },
  'voice reset': {
    name: 'zurücksetzen',
    description: 'Setz deine Stimmeinstellungen zurück',
    options: {
      setting: {
        name: 'einstellung',
        description: 'Was zurückgesetzt wird; ohne Angabe alles',
        choices: { voice: 'Stimme', style: 'Stil', language: 'Sprache', speed: 'Tempo', 'time-zone': 'Zeitzone' },
      },
    },
  },
  'voice preview': { name: 'anhören', description: 'Hör dir eine Stimme an', options: { voice, style } },
  'voice list': { name: 'liste', description: 'Stöbere in allen Stimmen' },

  style: { name: 'stil', description: 'Stile: wie eine Stimme spricht' },
  'style use': { name: 'nutzen', description: 'Wähl aus, wie deine Stimme spricht', options: { style } },
  'style list': { name: 'liste', description: 'Zeigt alle Stile' },
  'style add': {
    name: 'hinzufügen',
    description: 'Speichere einen Stil unter einem Namen, für alle auf diesem Server',
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

  server: { description: 'Einstellungen dieses Servers' },
  'server voice': {
    name: 'stimme',
    description: 'Standardstimme für alle, die keine gewählt haben',
    options: { voice },
  },
  'server style': { name: 'stil', description: 'Standardstil für alle, die keinen gewählt haben', options: { style } },
  'server language': {
    name: 'sprache',
    description: 'Sprache der Nachrichten auf diesem Server',
    options: { language },
  },
  'server engine': {
    name: 'dienst',
    description: 'Sprachdienst und Modell',
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
        description: 'Längste Nachricht, die ich vorlese, 1 bis 2000 Zeichen',
      },
      queue: { name: 'warteschlange', description: 'Nachrichten, die warten dürfen, 1 bis 200' },
      'queue-per-member': { name: 'wartende-pro-mitglied', description: 'Wartende Nachrichten pro Mitglied, 1 bis 50' },
      'per-minute': { name: 'pro-minute', description: 'Nachrichten pro Mitglied und Minute, 1 bis 120' },
      'everybody-per-minute': {
        name: 'alle-pro-minute',
        description: 'Nachrichten pro Minute von allen zusammen, 1 bis 600',
      },
      interrupting: {
        name: 'unterbrechen',
        description: 'Wer Nachrichten von anderen überspringen oder stoppen darf',
        choices: { everyone: 'alle im Kanal', vote: 'per Abstimmung', managers: 'nur die Serververwaltung' },
      },
      'alone-after': {
        name: 'allein-nach',
        description: 'Sekunden, bis ich einen leeren Kanal verlasse, bis 86400; 0 heißt nie',
      },
      speed: { name: 'tempo', description: 'Standardtempo für alle, die keines gewählt haben, 0,5 bis 2' },
      volume: { name: 'lautstärke', description: 'Die Lautstärke, 0 bis 2' },
    },
  },
  'server announce': {
    name: 'ansagen',
    description: 'Was ich zwischen den Nachrichten sage',
    options: {
      names: {
        name: 'namen',
        description: 'Wann ich den Namen vor einer Nachricht sage',
        choices: { never: 'nie', change: 'wenn jemand anders schreibt', always: 'immer' },
      },
      language: { name: 'sprache', description: 'Die Sprache der Ansagen' },
      joins: { name: 'kommen', description: 'Ansagen, wer dazukommt' },
      leaves: { name: 'gehen', description: 'Ansagen, wer geht' },
    },
  },
  'server reading': {
    name: 'vorlesen',
    description: 'Welche Nachrichten ich vorlese',
    options: {
      bots: { description: 'Nachrichten von Bots vorlesen' },
      webhooks: { description: 'Nachrichten von Webhooks vorlesen' },
      embeds: {
        description: 'Wie viel von einem Embed vorgelesen wird',
        choices: { off: 'nichts', title: 'nur den Titel', text: 'Titel und Text', all: 'alles' },
      },
      'mark-repeats': {
        name: 'wiederholungen',
        description: 'Auf Nachrichten reagieren, die als Wiederholung wegfallen',
      },
      'only-in-voice': { name: 'nur-im-sprachkanal', description: 'Nur Mitglieder im Sprachkanal vorlesen' },
      'auto-join': {
        name: 'automatisch-beitreten',
        description: 'Beitreten, wenn das erste Mitglied den Sprachkanal betritt',
      },
      'ignore-prefix': {
        name: 'nicht-vorlesen-bei',
        description: 'Nachrichten überspringen, die so beginnen',
      },
      'require-prefix': {
        name: 'nur-vorlesen-bei',
        description: 'Nur Nachrichten vorlesen, die so beginnen',
      },
    },
  },
  'server text': {
    name: 'text',
    description: 'Wie Nachrichten in Worte gefasst werden',
    options: {
      shorthand: { name: 'abkürzungen', description: 'Chat-Abkürzungen ausschreiben: kp als „kein Plan“' },
      emoji: {
        name: 'emojis',
        description: 'Wie Emojis und Gesichter gesprochen werden',
        choices: { names: 'mit Namen', count: 'nur die Anzahl', silent: 'gar nicht' },
      },
      'time-zone': { name: 'zeitzone', description: 'Die Zeitzone für Uhrzeiten; tippe eine Stadt' },
    },
  },
  'server roles': {
    name: 'rollen',
    description: 'Wessen Nachrichten ich vorlese, nach Rolle',
    options: {
      role: { name: 'rolle', description: 'Die Rolle' },
      rule: {
        name: 'regel',
        description: 'Was für Leute mit dieser Rolle gilt',
        choices: { required: 'nur diese vorlesen', ignored: 'nie vorlesen', none: 'keine Regel' },
      },
    },
  },
  'server budget': {
    description: 'Begrenze, wie viele Zeichen ich spreche',
    options: {
      'server-day': { name: 'server-tag', description: 'Alle zusammen, pro Tag' },
      'server-month': { name: 'server-monat', description: 'Alle zusammen, pro Monat' },
      'member-day': { name: 'mitglied-tag', description: 'Jedes Mitglied, pro Tag' },
      'member-month': { name: 'mitglied-monat', description: 'Jedes Mitglied, pro Monat' },
      'when-spent': {
        name: 'wenn-aufgebraucht',
        description: 'Was passiert, wenn ein Budget aufgebraucht ist',
        choices: { local: 'mit der lokalen Stimme weitermachen', stop: 'aufhören und Bescheid sagen' },
      },
    },
  },
  'server show': { name: 'anzeigen', description: 'Zeigt alle Einstellungen dieses Servers' },
  'server reset': {
    name: 'zurücksetzen',
    description: 'Setz Einstellungen dieses Servers zurück',
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
          reading: 'Was ich vorlese',
          text: 'Wie Nachrichten in Worte gefasst werden',
          roles: 'Rollen',
          budget: 'Budget',
          all: 'Alles hier',
        },
      },
    },
  },
  'server panel': { description: 'Ändere die wichtigsten Einstellungen per Knopfdruck' },

  channel: { name: 'kanal', description: 'Stimmeinstellungen eines Kanals' },
  'channel voice': {
    name: 'stimme',
    description: 'Standardstimme für alle, die keine gewählt haben',
    options: { voice, channel },
  },
  'channel style': {
    name: 'stil',
    description: 'Standardstil für alle, die keinen gewählt haben',
    options: { style, channel },
  },
  'channel language': {
    name: 'sprache',
    description: 'Sprache der Nachrichten in einem Kanal',
    options: { language, channel },
  },
  'channel reset': {
    name: 'zurücksetzen',
    description: 'Nutz in einem Kanal wieder die Servereinstellungen',
    options: { channel },
  },

  words: { name: 'wörter', description: 'Wie Wörter ausgesprochen werden' },
  'words add': {
    name: 'hinzufügen',
    description: 'Ändere, wie ein Wort ausgesprochen wird',
    options: {
      written,
      spoken: { name: 'gesprochen', description: 'Was ich stattdessen sage; ohne Angabe nichts' },
      for: whose,
      regex: { description: 'Das geschriebene Wort ist ein regulärer Ausdruck (RE2)' },
      'whole-word': { name: 'ganzes-wort', description: 'Nur ganze Wörter; ohne Angabe ja' },
      'match-case': { name: 'groß-klein', description: 'Nur genau so groß- und kleingeschrieben' },
    },
  },
  'words test': {
    name: 'testen',
    description: 'Zeigt, was aus einem Text wird und warum',
    options: { text: { name: 'text', description: 'Der Text, wie du ihn schreiben würdest' } },
  },
  'words remove': {
    name: 'entfernen',
    description: 'Entferne ein Wort aus der Liste',
    options: { written, for: whose },
  },
  'words list': { name: 'liste', description: 'Zeigt die Liste', options: { for: whose } },
  'words import': {
    name: 'importieren',
    description: 'Füg Wörter aus einer Datei hinzu',
    options: {
      file: { name: 'datei', description: 'CSV- oder JSON-Datei wie aus /words export; bis 256 KiB' },
      for: whose,
      replace: { name: 'ersetzen', description: 'Alle anderen Wörter entfernen' },
    },
  },
  'words export': {
    name: 'exportieren',
    description: 'Hol dir die Liste als Datei',
    options: {
      format: {
        description: 'Dateiformat',
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

  optout: { name: 'nicht-vorlesen', description: 'Lass deine Nachrichten nicht mehr vorlesen' },
  'optout here': { name: 'hier', description: 'Lies meine Nachrichten auf diesem Server nie vor' },
  'optout everywhere': { name: 'überall', description: 'Lies meine Nachrichten auf keinem Server vor' },
  'optout off': { name: 'aufheben', description: 'Lies meine Nachrichten wieder vor' },

  mydata: { name: 'meine-daten', description: 'Was ich über dich speichere' },
  'mydata export': { name: 'exportieren', description: 'Hol dir alles, was ich über dich speichere, als Datei' },
  'mydata delete': { name: 'löschen', description: 'Lösch alles, was ich über dich speichere' },
  privacy: { name: 'datenschutz', description: 'Was ich wie lange speichere und wohin Texte gehen' },
}
