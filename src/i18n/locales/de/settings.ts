import { choice, dollars } from '../../counted.ts'
import type { SettingTexts } from '../../settings.ts'
import { characters, days, number, seconds, words, wordsDative } from './counts.ts'

const oneOf = choice('de')
const usd = dollars('de')

const countStays =
  'Wie viele Zeichen ich diesen Monat für dich gesprochen habe, bleibt gespeichert, bis der Monat vorbei ist.'

export const settings: SettingTexts = {
  names: {
    voice: 'Stimme',
    style: 'Stil',
    language: 'Sprache',
    engine: 'Sprachdienst',
    model: 'Modell',
    speed: 'Tempo',
    volume: 'Lautstärke',
    maxLength: 'Längste Nachricht',
    announceNames: 'Namen vor Nachrichten',
    announceLanguage: 'Sprache der Ansagen',
    announceJoins: 'Ansagen, wer dazukommt',
    announceLeaves: 'Ansagen, wer geht',
    queueSize: 'Warteschlange',
    queuePerMember: 'Warteschlange pro Mitglied',
    memberRatePerMinute: 'Nachrichten pro Mitglied',
    serverRatePerMinute: 'Nachrichten von allen',
    serverDayBudget: 'Tagesbudget des Servers',
    serverMonthBudget: 'Monatsbudget des Servers',
    memberDayBudget: 'Tagesbudget pro Mitglied',
    memberMonthBudget: 'Monatsbudget pro Mitglied',
    atBudget: 'Wenn ein Budget aufgebraucht ist',
    readBots: 'Bots vorlesen',
    readWebhooks: 'Webhooks vorlesen',
    readEmbeds: 'Embeds vorlesen',
    mustBeInVoice: 'Nur Mitglieder im Sprachkanal vorlesen',
    autoJoin: 'Automatisch beitreten',
    leaveWhenAloneAfter: 'Leeren Kanal verlassen nach',
    ignorePrefix: 'Überspringen, wenn am Anfang steht',
    requirePrefix: 'Nur vorlesen, wenn am Anfang steht',
    name: 'Gesprochener Name',
    pattern: 'Geschriebenes Wort',
    replacement: 'Gesprochenes Wort',
    preset: 'Name des Stils',
    presets: 'Stile des Servers',
    words: 'Wörter',
    roles: 'Rollen',
    channels: 'Kanäle',
    readChannels: 'Kanäle, die ich vorlese',
    unread: 'Mitglieder, die ich nicht vorlese',
  },
  values: {
    on: 'an',
    off: 'aus',
    auto: 'automatisch erkannt',
    none: 'keine Angabe',
    free: 'kostenlos',
    unlimited: 'unbegrenzt',
    never: 'nie',
    change: 'wenn jemand anders schreibt',
    always: 'immer',
    local: 'mit der lokalen Stimme weitermachen',
    stop: 'aufhören und Bescheid sagen',
    required: 'nur diese vorlesen',
    ignored: 'nie vorlesen',
    stays: 'nie',
    regex: 'Muster',
    wholeWord: 'ganzes Wort',
    matchCase: 'Groß-/Kleinschreibung beachten',
  },
  sources: {
    message: 'nur dieses Mal',
    member: 'deine Wahl',
    channel: 'Kanaleinstellung',
    server: 'Servereinstellung',
    default: 'Standard',
  },
  genders: { female: 'weiblich', male: 'männlich', neutral: 'geschlechtsneutral' },
  presets: {
    whisper: 'Flüstern',
    storyteller: 'Märchenerzähler',
    sports: 'Sportkommentar',
    news: 'Nachrichtensendung',
    excited: 'Aufgeregt',
    calm: 'Ruhig',
    sarcastic: 'Sarkastisch',
    sad: 'Traurig',
    angry: 'Wütend',
    cheerful: 'Fröhlich',
    mysterious: 'Geheimnisvoll',
    robot: 'Roboter',
    bedtime: 'Gutenachtgeschichte',
    trailer: 'Filmtrailer',
  },

  line: (name, value) => `**${name}:** ${value}`,
  lineFrom: (name, value, source) => `**${name}:** ${value} (${source})`,
  characters,
  seconds,
  perMinute: (n) => `${number(n)} pro Minute`,

  savedForYou: () => 'Für dich auf diesem Server gespeichert.',
  savedForServer: () => 'Für diesen Server gespeichert.',
  savedForChannel: (channel) => `Für ${channel} gespeichert.`,
  resetForYou: () => 'Zurückgesetzt. Deine Einstellungen sind jetzt:',
  resetForServer: () => 'Zurückgesetzt. Die Servereinstellungen sind jetzt:',
  resetForChannel: (channel) => `Zurückgesetzt. In ${channel} gelten wieder die Servereinstellungen.`,
  yours: () => 'So lese ich deine Nachrichten hier vor:',
  newcomer: (voice) => `In Kanälen, die ich vorlese, klingst du wie **${voice}**, bis du eine Stimme auswählst.`,
  ofServer: () => 'Einstellungen für diesen Server:',
  price: (n, each) => `${usd(n)} für ${characters(each)}`,
  capped: () => 'Die Person, die diesen Bot betreibt, hat ein niedrigeres Limit gesetzt; das gilt stattdessen.',

  unstyledVoice: (voice) => `Hinweis: ${voice} kann den Stil nicht ändern und klingt wie immer.`,
  previewSentence: () => 'Hallo! So klinge ich, wenn ich deine Nachrichten vorlese.',
  previewing: (voice, channel) => `Ich spiele ${voice} in **${channel}** ab.`,
  previewFile: (voice) => `Das ist ${voice}. Geh in einen Sprachkanal, dann hörst du die Stimme dort.`,

  voicesPage: (page, pages) =>
    `Alle Stimmen, Seite ${number(page)} von ${number(pages)}. Wähl eine aus, um mehr zu erfahren.`,
  chooseVoice: () => 'Wähl eine Stimme',
  chosenVoice: (voice, description) => `**${voice}**: ${description}`,
  moreVoices: () => 'Weitere Stimmen',
  back: () => 'Zurück',
  next: () => 'Weiter',
  preview: () => 'Anhören',
  useVoice: () => 'Diese Stimme nehmen',

  presetsOfAll: () => 'Stile für alle:',
  presetsOfServer: () => 'Stile dieses Servers:',
  presetAdded: (name) => `Alle hier können jetzt den Stil **${name}** nutzen.`,
  presetRemoved: (name) => `Stil **${name}** entfernt.`,

  panel: () => 'Einstellungen für diesen Server. Änderungen gelten sofort.',
  chooseLanguage: () => 'Wähl die Sprache der Nachrichten',
  chooseNames: () => 'Wähl, wann ich Namen sage',
  chooseStyle: () => 'Wähl einen Stil',
  turnOn: (setting) => `Einschalten: ${setting}`,
  turnOff: (setting) => `Ausschalten: ${setting}`,

  wordKept: (written, spoken) => `Statt „${written}“ sage ich jetzt „${spoken}“.`,
  wordSilent: (written) => `„${written}“ lasse ich jetzt weg.`,
  wordRemoved: (written) => `Entfernt. „${written}“ sage ich wieder so, wie es dasteht.`,
  wordMissing: (written) => `„${written}“ steht nicht in der Liste.`,
  noWords: () => 'Die Liste ist leer. Mit `/words add` fügst du ein Wort hinzu.',
  wordsPage: (page, pages, n) => `${words(n)}, Seite ${number(page)} von ${number(pages)}:`,
  wordsImported: (n) => `Die Liste hat jetzt ${words(n)}.`,
  wordsExported: (n) =>
    `Hier ist die Liste mit ${wordsDative(n)}. Mit \`/words import\` kannst du sie wieder einlesen.`,

  named: (name) => `Ab jetzt nenne ich dich **${name}**.`,
  unnamed: () => 'Ich nenne dich wieder so, wie du auf diesem Server heißt.',
  optedOutHere: () =>
    'Ich lese deine Nachrichten auf diesem Server nicht mehr vor. `/optout off` macht das rückgängig.',
  optedOutEverywhere: () =>
    'Ich lese deine Nachrichten auf keinem Server mehr vor. `/optout off` macht das rückgängig.',
  optedIn: () => 'Ich lese deine Nachrichten wieder vor.',

  dataExported: () => 'Das ist alles, was ich über dich gespeichert habe, auf allen Servern.',
  dataAsk: () =>
    'Soll ich alles löschen, was ich über dich gespeichert habe, auf allen Servern? Deine Stimmen, Wörter und gesprochenen Namen sind dann weg.',
  dataConfirm: () => 'Löschen',
  dataCancel: () => 'Behalten',
  dataDeleted: () => `Ich habe gelöscht, was ich über dich gespeichert hatte. ${countStays}`,
  dataDeletedButOptOut: () =>
    `Ich habe gelöscht, was ich über dich gespeichert hatte, nur nicht dein Opt-out. Soll auch das weg, nutz erst \`/optout off\`. ${countStays}`,
  dataKept: () => 'Es wurde nichts gelöscht.',

  privacyWords: () =>
    'Deine Nachrichten und ihr Ton bleiben nur kurz im Arbeitsspeicher. Sie landen nie in einem Log oder einer Datenbank.',
  privacyKept: (n) =>
    `Ich speichere, was Leute einstellen (Stimmen, Stile, Wörter und Namen), und bis zum Monatsende, wie viele Zeichen ich für jede Person gesprochen habe. Die Daten eines Servers lösche ich ${days(n)}, nachdem ich entfernt wurde.`,
  privacyLocal: () => 'Die Stimme entsteht auf dem Rechner des Bots: Kein Text verlässt ihn.',
  privacyProvider: (places) => `Texte zum Sprechen gehen an ${oneOf(places)} und an niemanden sonst.`,
  privacyRights: () =>
    '`/mydata export` zeigt, was ich über dich gespeichert habe, `/mydata delete` löscht es bis auf diese Zahl, und mit `/optout` lese ich dich nicht mehr vor.',
  privacyMore: (url) => `Mehr dazu: <${url}>`,
}
