import { counted } from '../../counted.ts'
import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

const skipped = counted('it', { single: '1 saltato', other: '# saltati' })

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `Da adesso leggo ${channel} ad alta voce in **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Leggerò ${channel} quando sono in **${voice}**. Vai lì e usa \`/join\` per farmi venire.`,
  notReadAnyMore: (channel) => `Non leggo più ${channel}.`,
  notRead: (channel) =>
    `Non stavo leggendo ${channel}, quindi non è cambiato niente. \`/read list\` mostra che cosa leggo.`,
  list: () => 'Leggo ad alta voce questi canali:',
  listed: (channel, voice) => `${channel} in ${voice}`,
  emptyList: () =>
    'Non leggo ancora nessun canale testuale, solo la chat del canale vocale in cui sono. Usa `/read here` in un canale testuale.',

  readingAloud: (voice) => `Lo leggo in **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Leggo ${messages(count)} in **${voice}**${left > 0 ? ` (${skipped(left)})` : ''}.`,
  nothingToRead: () => 'Qui non c’è niente che io possa leggere.',

  youAreRead: () => 'Leggo di nuovo i tuoi messaggi in questo server.',
  youAreNotRead: () =>
    'Non leggo più i tuoi messaggi in questo server. Per annullare, scegli di nuovo la stessa voce del menu.',
  isRead: (person) => `Leggo di nuovo i messaggi di ${person}.`,
  isNotRead: (person) =>
    `Non leggo più i messaggi di ${person}. Per annullare, scegli di nuovo la stessa voce del menu.`,

  following: (person) => `Seguo ${person} da un canale vocale all’altro finché non esco.`,
  followingNoMore: (person) => `Non seguo più ${person}.`,

  outcomes: {
    waiting: 'È in attesa, oppure lo sto leggendo proprio ora.',
    spoken: 'L’ho letto.',
    empty: 'Non contiene niente che io possa dire.',
    'left-out': 'L’ho saltato perché c’erano troppi messaggi in attesa.',
    dropped: 'È stato saltato o fermato, oppure sono uscito prima del suo turno.',
    deleted: 'È stato eliminato prima che finissi di leggerlo.',
    unknown: 'Adesso lo leggerei, ma quando è stato inviato non c’ero, oppure è passato troppo tempo per ricordarmelo.',
  },
  reasons: {
    'own-message': 'È un mio messaggio; i miei non li leggo mai.',
    'system-message': 'È un messaggio di sistema di Discord.',
    command: 'È la risposta a un comando.',
    'opted-out': 'L’autore ha scelto di non essere letto.',
    'unread-member': 'Questo server ha escluso l’autore dalla lettura.',
    'channel-not-read': 'Non leggo questo canale. Chi gestisce il server può usarci `/read here`.',
    bot: 'L’ha scritto un bot, e in questo server non leggo i bot. `/server reading` permette di cambiarlo.',
    webhook: 'Viene da un webhook, e in questo server non li leggo. `/server reading` permette di cambiarlo.',
    'ignored-role': 'L’autore ha un ruolo che qui non leggo. `/server roles` permette di cambiarlo.',
    'missing-role': 'L’autore non ha nessuno dei ruoli che leggo qui. `/server roles` permette di cambiarlo.',
    'age-restricted': 'Viene da un canale con limiti di età, ma il canale vocale è aperto a tutti.',
    silent: 'È stato inviato con `@silent`.',
    'ignored-prefix': 'Inizia con il prefisso dei messaggi che non leggo. `/server reading` permette di cambiarlo.',
    'missing-prefix': 'Non inizia con il prefisso richiesto qui. `/server reading` permette di cambiarlo.',
    'too-old': 'Quando l’ho ricevuto aveva più di due minuti.',
    'not-there': 'Non sono nel canale vocale in cui leggo questo canale. Usa `/join` lì.',
    'author-not-in-voice': 'L’autore non è con me nel canale vocale. `/server reading` permette di cambiarlo.',
    'author-muted': 'Un moderatore ha silenziato l’autore.',
    duplicate: 'Lo stesso testo è arrivato tre volte in dieci secondi, o un testo lungo due volte in un minuto.',
    'member-rate':
      'L’autore ha inviato più messaggi al minuto di quanti ne leggo qui. `/server limits` permette di cambiarlo.',
    'server-rate':
      'Sono arrivati più messaggi al minuto di quanti ne leggo qui. `/server limits` permette di cambiarlo.',
  },
  failed: (sentence) => `Non sono riuscito a dirlo. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'leggi', description: 'Leggi canali testuali ad alta voce' },
  'read here': {
    name: 'qui',
    description: 'Fai leggere ad alta voce questo canale testuale',
    options: { voice: { name: 'canale-vocale', description: 'In quale canale vocale; se non lo indichi, nel tuo' } },
  },
  'read stop': {
    name: 'ferma',
    description: 'Non far più leggere un canale testuale',
    options: { channel: { name: 'canale', description: 'Quale; se non lo indichi, questo' } },
  },
  'read list': { name: 'elenco', description: 'Mostra quali canali testuali leggo, e dove' },
  follow: {
    name: 'segui',
    description: 'Fammi seguire qualcuno nei canali vocali; ripetilo con la stessa persona per farmi smettere',
    options: { person: { name: 'persona', description: 'Chi; se non lo indichi, te' } },
  },
  'Read aloud': { name: 'Leggi ad alta voce', description: 'Legge questo messaggio nel tuo canale vocale' },
  'Read from here': { name: 'Leggi da qui in poi', description: 'Legge questo messaggio e quelli dopo' },
  'Why was this (not) read?': {
    name: 'Perché (non) è stato letto?',
    description: 'Spiega perché questo messaggio è stato letto o no',
  },
  "Read this person / don't": {
    name: 'Leggi questa persona (o no)',
    description: 'Attiva o disattiva la lettura di questa persona in questo server',
  },
}
