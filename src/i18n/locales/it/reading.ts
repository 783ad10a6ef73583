import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `Da adesso leggo ${channel} in **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Leggo ${channel} ogni volta che sono in **${voice}**. Vai lì e usa \`/join\` per farmi venire.`,
  notReadAnyMore: (channel) => `Non leggo più ${channel}.`,
  notRead: (channel) => `Non leggo ${channel}; non è cambiato niente. \`/read list\` mostra che cosa leggo.`,
  list: () => 'Leggo ad alta voce questi canali:',
  listed: (channel, voice) => `${channel} in ${voice}`,
  emptyList: () =>
    'Non leggo ancora nessun canale, solo la chat del canale vocale in cui sono. Usa `/read here` in un canale testuale.',

  readingAloud: (voice) => `Lo leggo in **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Leggo ${messages(count)} in **${voice}**${left > 0 ? `; tralascio ${messages(left)} senza testo o che non posso leggere` : ''}.`,
  nothingToRead: () => 'Qui non c’è niente che io possa leggere.',

  youAreRead: () => 'I tuoi messaggi vengono letti di nuovo in questo server.',
  youAreNotRead: () =>
    'Da adesso i tuoi messaggi non vengono letti in questo server. Per cambiare idea, usa la stessa voce del menu.',
  isRead: (person) => `I messaggi di ${person} vengono letti di nuovo.`,
  isNotRead: (person) =>
    `Da adesso i messaggi di ${person} non vengono letti. Per cambiare idea, usa la stessa voce del menu.`,

  following: (person) => `Seguo ${person} da un canale vocale all’altro finché non esco.`,
  followingNoMore: (person) => `Non seguo più ${person}.`,

  fates: {
    waiting: 'È in attesa, oppure lo sto leggendo proprio ora.',
    spoken: 'È stato letto.',
    empty: 'Non contiene niente che una voce possa dire.',
    'left-out': 'È stato tralasciato perché c’erano troppi messaggi in attesa.',
    dropped: 'È stato saltato o fermato, oppure sono uscito prima del suo turno.',
    deleted: 'È stato eliminato prima che finissi di leggerlo.',
    unknown: 'Adesso lo leggerei, ma quando è stato scritto non c’ero, oppure è passato troppo tempo per saperlo.',
  },
  reasons: {
    'own-message': 'È un mio messaggio; i miei non li leggo mai.',
    'system-message': 'L’ha scritto Discord, non una persona.',
    command: 'È la risposta a un comando.',
    'opted-out': 'Chi l’ha scritto non vuole essere letto.',
    'unread-member': 'In questo server chi l’ha scritto non viene letto.',
    'channel-not-read': 'Questo canale non viene letto. Chi gestisce il server può usarci `/read here`.',
    bot: 'L’ha scritto un bot, e in questo server i bot non vengono letti. `/server reading` permette di cambiarlo.',
    webhook: 'Viene da un webhook, e in questo server non vengono letti. `/server reading` permette di cambiarlo.',
    'ignored-role':
      'Chi l’ha scritto ha un ruolo i cui messaggi qui non vengono letti. `/server roles` permette di cambiarlo.',
    'missing-role':
      'Chi l’ha scritto non ha nessuno dei ruoli i cui messaggi qui vengono letti. `/server roles` permette di cambiarlo.',
    'age-restricted': 'È stato scritto in un canale con limiti di età, e il canale vocale è aperto a tutti.',
    silent: 'È stato inviato con `@silent`.',
    'ignored-prefix': 'Inizia con il segno che vuol dire «non leggere». `/server reading` permette di cambiarlo.',
    'missing-prefix':
      'Qui si leggono solo i messaggi che iniziano con un certo segno. `/server reading` lo mostra e permette di cambiarlo.',
    'too-old': 'Quando l’ho ricevuto aveva più di due minuti.',
    'not-there': 'Non sono nel canale vocale in cui si legge questo canale. Usa `/join` lì.',
    'author-not-in-voice':
      'Chi l’ha scritto non è con me nel canale vocale. Con `/server reading` si può far leggere tutti.',
    'author-muted': 'Un moderatore ha silenziato chi l’ha scritto.',
    duplicate: 'La stessa persona ha scritto la stessa cosa meno di un minuto prima.',
    'member-rate':
      'Chi l’ha scritto ha mandato più messaggi in un minuto di quanti se ne leggono qui. `/server limits` permette di cambiarlo.',
    'server-rate':
      'In un minuto sono arrivati più messaggi di quanti se ne leggono qui. `/server limits` permette di cambiarlo.',
  },
  failed: (sentence) => `Non è stato possibile pronunciarlo. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'leggi', description: 'I canali testuali da leggere ad alta voce' },
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
  'read list': { name: 'elenco', description: 'Mostra quali canali testuali vengono letti, e dove' },
  follow: {
    name: 'segui',
    description: 'Fammi seguire qualcuno nei canali vocali; ripetilo con la stessa persona per farmi smettere',
    options: { person: { name: 'persona', description: 'Chi; se non lo indichi, te' } },
  },
  'Read aloud': { name: 'Leggi ad alta voce', description: 'Legge questo messaggio nel tuo canale vocale' },
  'Read from here': { name: 'Leggi da qui in poi', description: 'Legge questo messaggio e quelli dopo' },
  'Why was this (not) read?': {
    name: 'Perché (non) è stato letto?',
    description: 'Spiega che fine ha fatto questo messaggio',
  },
  "Read this person / don't": {
    name: 'Leggi questa persona (o no)',
    description: 'Decide se in questo server si leggono i messaggi di questa persona',
  },
}
