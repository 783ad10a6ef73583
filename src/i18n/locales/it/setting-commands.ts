import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'voce', description: 'Inizia a scrivere un nome, una lingua o un tipo di voce' }
const style = {
  name: 'stile',
  description: 'Uno stile dell’elenco o parole tue: sussurrando, come un telecronista sportivo…',
}
const language = { name: 'lingua', description: 'La lingua del testo' }
const channel = { name: 'canale', description: 'Il canale; se non lo indichi, questo' }
const whose = { name: 'per', description: 'L’elenco di chi', choices: { me: 'il mio', server: 'quello del server' } }
const name = { name: 'nome', description: 'Un nome breve' }
const written = { name: 'scritto', description: 'Che cosa c’è scritto' }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'voce', description: 'La tua voce in questo server' },
  'voice set': { name: 'scegli', description: 'Scegli la tua voce', options: { voice } },
  'voice style': { name: 'stile', description: 'Scegli come parla la tua voce', options: { style } },
  'voice language': { name: 'lingua', description: 'Scegli la lingua in cui scrivi', options: { language } },
  'voice speed': {
    name: 'velocità',
    description: 'Scegli quanto veloce parla la tua voce',
    options: { speed: { name: 'velocità', description: '0,5 è la metà del solito, 2 il doppio' } },
  },
  'voice show': { name: 'mostra', description: 'Mostra la tua voce e da dove viene ogni scelta' },
  'voice reset': {
    name: 'ripristina',
    description: 'Torna alla voce che hanno tutti',
    options: {
      setting: {
        name: 'impostazione',
        description: 'Che cosa ripristinare; se non lo indichi, tutto',
        choices: { voice: 'Voce', style: 'Stile', language: 'Lingua', speed: 'Velocità' },
      },
    },
  },
  'voice preview': { name: 'ascolta', description: 'Ascolta una voce', options: { voice, style } },
  'voice list': { name: 'elenco', description: 'Sfoglia tutte le voci' },

  style: { name: 'stile', description: 'Gli stili: come parla una voce' },
  'style use': { name: 'usa', description: 'Scegli come parla la tua voce', options: { style } },
  'style list': { name: 'elenco', description: 'Mostra gli stili che hanno un nome' },
  'style add': {
    name: 'aggiungi',
    description: 'Dai a uno stile un nome che tutti in questo server possono usare',
    options: {
      name,
      style: { name: 'stile', description: 'Come parlare, con parole semplici, in inglese o in cinese' },
    },
  },
  'style remove': {
    name: 'rimuovi',
    description: 'Rimuovi uno stile di questo server',
    options: { name: { ...name, description: 'Il suo nome' } },
  },

  server: { description: 'Le impostazioni di questo server' },
  'server voice': { name: 'voce', description: 'La voce di chi non ne ha scelta una', options: { voice } },
  'server style': { name: 'stile', description: 'Lo stile di chi non ne ha scelto uno', options: { style } },
  'server language': { name: 'lingua', description: 'La lingua in cui si scrive qui', options: { language } },
  'server engine': {
    name: 'servizio',
    description: 'Il servizio che produce la voce',
    options: {
      engine: { name: 'servizio', description: 'Il servizio vocale' },
      model: { name: 'modello', description: 'Il modello del servizio vocale' },
    },
  },
  'server limits': {
    name: 'limiti',
    description: 'Quanto si legge, e a che ritmo',
    options: {
      'max-length': {
        name: 'lunghezza-massima',
        description: 'Il messaggio più lungo che viene letto, da 1 a 2000 caratteri',
      },
      queue: { name: 'coda', description: 'Messaggi che possono aspettare, da 1 a 200' },
      'queue-per-member': { name: 'coda-per-membro', description: 'Messaggi in attesa per membro, da 1 a 50' },
      'per-minute': { name: 'al-minuto', description: 'Messaggi per membro in un minuto, da 1 a 120' },
      'everybody-per-minute': { name: 'tutti-al-minuto', description: 'Messaggi di tutti in un minuto, da 1 a 600' },
      'alone-after': {
        name: 'esci-dopo',
        description: 'Secondi prima che io esca da un canale vuoto, fino a 86400; con 0 resto',
      },
      speed: { name: 'velocità', description: 'La velocità di chi non ne ha scelta una, da 0,5 a 2' },
      volume: { description: 'Il volume, da 0 a 2' },
    },
  },
  'server announce': {
    name: 'annunci',
    description: 'Che cosa dico tra un messaggio e l’altro',
    options: {
      names: {
        name: 'nomi',
        description: 'Quando dire il nome prima di un messaggio',
        choices: { never: 'mai', change: 'quando prima parlava qualcun altro', always: 'sempre' },
      },
      language: { name: 'lingua', description: 'La lingua degli annunci' },
      joins: { name: 'arrivi', description: 'Annunciare chi arriva' },
      leaves: { name: 'uscite', description: 'Annunciare chi esce' },
    },
  },
  'server reading': {
    name: 'lettura',
    description: 'Quali messaggi vengono letti',
    options: {
      bots: { name: 'bot', description: 'I messaggi dei bot' },
      webhooks: { name: 'webhook', description: 'I messaggi dei webhook' },
      embeds: { name: 'embed', description: 'Il contenuto degli embed' },
      'only-in-voice': { name: 'solo-in-vocale', description: 'Solo di chi è nel canale vocale' },
      'auto-join': { name: 'vieni-da-solo', description: 'Venire quando il primo membro entra nel canale vocale' },
      'ignore-prefix': { name: 'prefisso-ignorato', description: 'I messaggi che iniziano così non vengono letti' },
      'require-prefix': { name: 'prefisso-richiesto', description: 'Si leggono solo i messaggi che iniziano così' },
    },
  },
  'server roles': {
    name: 'ruoli',
    description: 'Di chi si leggono i messaggi, secondo il ruolo',
    options: {
      role: { name: 'ruolo', description: 'Il ruolo' },
      rule: {
        name: 'regola',
        description: 'Che cosa vale per chi ce l’ha',
        choices: { required: 'si leggono solo questi', ignored: 'mai letto', none: 'niente di speciale' },
      },
    },
  },
  'server budget': {
    name: 'quote',
    description: 'Quanti caratteri si possono pronunciare',
    options: {
      'server-day': { name: 'server-giorno', description: 'Da tutti insieme in un giorno' },
      'server-month': { name: 'server-mese', description: 'Da tutti insieme in un mese' },
      'member-day': { name: 'membro-giorno', description: 'Da un membro in un giorno' },
      'member-month': { name: 'membro-mese', description: 'Da un membro in un mese' },
      'when-spent': {
        name: 'a-quota-esaurita',
        description: 'Che cosa succede allora',
        choices: { local: 'continuare con la voce locale', stop: 'smettere e dirlo' },
      },
    },
  },
  'server show': { name: 'mostra', description: 'Mostra tutte le impostazioni di questo server' },
  'server reset': {
    name: 'ripristina',
    description: 'Torna alle impostazioni predefinite',
    options: {
      setting: {
        name: 'impostazione',
        description: 'Che cosa ripristinare',
        choices: {
          voice: 'Voce',
          style: 'Stile',
          language: 'Lingua',
          engine: 'Servizio vocale',
          limits: 'Limiti',
          announce: 'Annunci',
          reading: 'Messaggi letti',
          roles: 'Ruoli',
          budget: 'Quote',
          all: 'Tutto qui',
        },
      },
    },
  },
  'server panel': { name: 'pannello', description: 'Cambia le impostazioni più usate con dei pulsanti' },

  channel: { name: 'canale', description: 'La voce di un canale' },
  'channel voice': { name: 'voce', description: 'La voce di chi non ne ha scelta una', options: { voice, channel } },
  'channel style': { name: 'stile', description: 'Lo stile di chi non ne ha scelto uno', options: { style, channel } },
  'channel language': { name: 'lingua', description: 'La lingua in cui si scrive lì', options: { language, channel } },
  'channel reset': { name: 'ripristina', description: 'Torna a quello che vale nel server', options: { channel } },

  words: { name: 'parole', description: 'Come si pronunciano le parole' },
  'words add': {
    name: 'aggiungi',
    description: 'Fai dire qualcosa di diverso da quello che c’è scritto',
    options: {
      written,
      spoken: { name: 'detto', description: 'Che cosa dire; se non lo indichi, niente' },
      for: whose,
      regex: { description: 'Quello che c’è scritto è un’espressione regolare (RE2)' },
      'whole-word': { name: 'parola-intera', description: 'Non dentro una parola più lunga; se non lo indichi, sì' },
      'match-case': { name: 'maiuscole', description: 'Solo con queste maiuscole e minuscole' },
    },
  },
  'words remove': {
    name: 'rimuovi',
    description: 'Fai dire di nuovo una parola com’è scritta',
    options: { written, for: whose },
  },
  'words list': { name: 'elenco', description: 'Mostra l’elenco', options: { for: whose } },
  'words import': {
    name: 'importa',
    description: 'Aggiungi parole da un file',
    options: {
      file: { description: 'Un file CSV o JSON, come quelli di /words export; al massimo 256 KiB' },
      for: whose,
      replace: { name: 'sostituisci', description: 'Rimuovere tutte le altre parole' },
    },
  },
  'words export': {
    name: 'esporta',
    description: 'Scarica l’elenco in un file',
    options: {
      format: {
        name: 'formato',
        description: 'Il tipo di file',
        choices: { csv: 'CSV (per un foglio di calcolo)', json: 'JSON' },
      },
      for: whose,
    },
  },

  nickname: { name: 'soprannome', description: 'Come ti chiamo' },
  'nickname set': {
    name: 'scegli',
    description: 'Scegli il nome che dico prima dei tuoi messaggi',
    options: { name: { ...name, description: 'Il nome, così come va detto' } },
  },
  'nickname reset': { name: 'ripristina', description: 'Torna al tuo nome in questo server' },

  optout: { name: 'non-leggermi', description: 'Non leggere quello che scrivo' },
  'optout here': { name: 'qui', description: 'Non leggere mai quello che scrivo in questo server' },
  'optout everywhere': { name: 'ovunque', description: 'Non leggere mai quello che scrivo, in nessun server' },
  'optout off': { name: 'annulla', description: 'Leggi di nuovo quello che scrivo' },

  mydata: { name: 'i-miei-dati', description: 'Che cosa è conservato su di te' },
  'mydata export': { name: 'esporta', description: 'Scarica in un file tutto quello che è conservato su di te' },
  'mydata delete': { name: 'elimina', description: 'Elimina tutto quello che è conservato su di te' },

  privacy: { description: 'Che cosa viene conservato, per quanto tempo, e dove vanno i testi' },
}
