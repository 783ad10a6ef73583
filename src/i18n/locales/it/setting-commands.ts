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
const written = { name: 'scritto', description: 'La parola così com’è scritta' }

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
  'voice time-zone': {
    name: 'fuso',
    description: 'Scegli il fuso orario degli orari che scrivi',
    options: { zone: { name: 'zona', description: 'Scrivi una città: Roma, Tokyo, New York' } },
  },
  'voice show': { name: 'mostra', description: 'Mostra le impostazioni della tua voce e da dove viene ognuna' },
  'voice reset': {
    name: 'ripristina',
    description: 'Ripristina le impostazioni della tua voce',
    options: {
      setting: {
        name: 'impostazione',
        description: 'Che cosa ripristinare; se non lo indichi, tutto',
        choices: { voice: 'Voce', style: 'Stile', language: 'Lingua', speed: 'Velocità', 'time-zone': 'Fuso orario' },
      },
    },
  },
  'voice preview': { name: 'ascolta', description: 'Ascolta una voce', options: { voice, style } },
  'voice list': { name: 'elenco', description: 'Sfoglia tutte le voci' },

  style: { name: 'stile', description: 'Gli stili: come parla una voce' },
  'style use': { name: 'usa', description: 'Scegli come parla la tua voce', options: { style } },
  'style list': { name: 'elenco', description: 'Mostra tutti gli stili' },
  'style add': {
    name: 'aggiungi',
    description: 'Salva uno stile con un nome, per tutti in questo server',
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

  server: { description: 'Impostazioni di questo server' },
  'server voice': { name: 'voce', description: 'Voce predefinita di chi non ne ha scelta una', options: { voice } },
  'server style': { name: 'stile', description: 'Stile predefinito di chi non ne ha scelto uno', options: { style } },
  'server language': { name: 'lingua', description: 'Lingua dei messaggi in questo server', options: { language } },
  'server engine': {
    name: 'servizio',
    description: 'Servizio vocale e modello',
    options: {
      engine: { name: 'servizio', description: 'Il servizio vocale' },
      model: { name: 'modello', description: 'Il modello del servizio vocale' },
    },
  },
  'server limits': {
    name: 'limiti',
    description: 'Quanto leggo, e a che ritmo',
    options: {
      'max-length': {
        name: 'lunghezza-massima',
        description: 'Il messaggio più lungo che leggo, da 1 a 2000 caratteri',
      },
      queue: { name: 'coda', description: 'Messaggi che possono aspettare, da 1 a 200' },
      'queue-per-member': { name: 'coda-per-membro', description: 'Messaggi in attesa per membro, da 1 a 50' },
      'per-minute': { name: 'al-minuto', description: 'Messaggi per membro al minuto, da 1 a 120' },
      'everybody-per-minute': {
        name: 'tutti-al-minuto',
        description: 'Messaggi al minuto di tutti insieme, da 1 a 600',
      },
      interrupting: {
        name: 'interrompere',
        description: 'Chi può saltare o fermare i messaggi degli altri',
        choices: { everyone: 'tutti nel canale', vote: 'con un voto, basta la metà', managers: 'solo chi gestisce' },
      },
      'alone-after': {
        name: 'esci-dopo',
        description: 'Secondi prima che io esca da un canale vuoto, fino a 86400; 0 vuol dire mai',
      },
      speed: { name: 'velocità', description: 'Velocità predefinita di chi non ne ha scelta una, da 0,5 a 2' },
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
        choices: { never: 'mai', change: 'quando cambia l’autore', always: 'sempre' },
      },
      language: { name: 'lingua', description: 'La lingua degli annunci' },
      joins: { name: 'arrivi', description: 'Annunciare chi arriva' },
      leaves: { name: 'uscite', description: 'Annunciare chi esce' },
    },
  },
  'server reading': {
    name: 'lettura',
    description: 'Quali messaggi leggo',
    options: {
      bots: { name: 'bot', description: 'Leggere i messaggi dei bot' },
      webhooks: { name: 'webhook', description: 'Leggere i messaggi dei webhook' },
      embeds: {
        description: 'Quanto si legge di un embed',
        choices: { off: 'niente', title: 'il titolo', text: 'titolo e testo', all: 'tutto' },
      },
      'mark-repeats': { name: 'ripetizioni', description: 'Reagire ai messaggi saltati perché ripetuti' },
      'only-in-voice': { name: 'solo-in-vocale', description: 'Leggere solo chi è nel canale vocale' },
      'auto-join': { name: 'entra-da-solo', description: 'Entrare quando il primo membro entra nel canale vocale' },
      'ignore-prefix': { name: 'prefisso-ignorato', description: 'Saltare i messaggi che iniziano così' },
      'require-prefix': { name: 'prefisso-richiesto', description: 'Leggere solo i messaggi che iniziano così' },
    },
  },
  'server text': {
    name: 'testo',
    description: 'Come i messaggi diventano parole',
    options: {
      shorthand: { name: 'abbreviazioni', description: 'Dire per intero le abbreviazioni: cmq come «comunque»' },
      emoji: {
        name: 'emoji',
        description: 'Come vengono dette emoji e faccine',
        choices: { names: 'per nome', count: 'solo quante', silent: 'in silenzio' },
      },
      'time-zone': { name: 'fuso', description: 'Il fuso orario degli orari; scrivi una città' },
    },
  },
  'server roles': {
    name: 'ruoli',
    description: 'Chi leggo, in base al ruolo',
    options: {
      role: { name: 'ruolo', description: 'Il ruolo' },
      rule: {
        name: 'regola',
        description: 'La regola per chi ha questo ruolo',
        choices: { required: 'leggere solo questi', ignored: 'non leggere mai', none: 'nessuna regola' },
      },
    },
  },
  'server budget': {
    name: 'quote',
    description: 'Limita quanti caratteri pronuncio',
    options: {
      'server-day': { name: 'server-giorno', description: 'Tutti insieme, al giorno' },
      'server-month': { name: 'server-mese', description: 'Tutti insieme, al mese' },
      'member-day': { name: 'membro-giorno', description: 'Ogni membro, al giorno' },
      'member-month': { name: 'membro-mese', description: 'Ogni membro, al mese' },
      'when-spent': {
        name: 'a-quota-esaurita',
        description: 'Che cosa succede quando una quota è esaurita',
        choices: { local: 'continuare con la voce locale', stop: 'smettere e dirlo' },
      },
    },
  },
  'server show': { name: 'mostra', description: 'Mostra tutte le impostazioni di questo server' },
  'server reset': {
    name: 'ripristina',
    description: 'Ripristina impostazioni di questo server',
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
          reading: 'Messaggi che leggo',
          text: 'Come i messaggi diventano parole',
          roles: 'Ruoli',
          budget: 'Quote',
          all: 'Tutto qui',
        },
      },
    },
  },
  'server panel': { name: 'pannello', description: 'Cambia le impostazioni più usate con dei pulsanti' },

  channel: { name: 'canale', description: 'Impostazioni vocali di un canale' },
  'channel voice': {
    name: 'voce',
    description: 'Voce predefinita, in un canale, di chi non ne ha scelta una',
    options: { voice, channel },
  },
  'channel style': {
    name: 'stile',
    description: 'Stile predefinito, in un canale, di chi non ne ha scelto uno',
    options: { style, channel },
  },
  'channel language': {
    name: 'lingua',
    description: 'Lingua dei messaggi in un canale',
    options: { language, channel },
  },
  'channel reset': {
    name: 'ripristina',
    description: 'Torna alle impostazioni del server in un canale',
    options: { channel },
  },

  words: { name: 'parole', description: 'Come si pronunciano le parole' },
  'words add': {
    name: 'aggiungi',
    description: 'Cambia come si pronuncia una parola',
    options: {
      written,
      spoken: { name: 'detto', description: 'Che cosa dire al suo posto; se non lo indichi, niente' },
      for: whose,
      regex: { description: 'La parola scritta è un’espressione regolare (RE2)' },
      'whole-word': { name: 'parola-intera', description: 'Solo parole intere; se non lo indichi, sì' },
      'match-case': { name: 'maiuscole', description: 'Distinguere maiuscole e minuscole' },
    },
  },
  'words test': {
    name: 'prova',
    description: 'Guarda che cosa diventa un testo, e perché',
    options: { text: { name: 'testo', description: 'Il testo, come lo scriveresti' } },
  },
  'words remove': {
    name: 'rimuovi',
    description: 'Rimuovi una parola dall’elenco',
    options: { written, for: whose },
  },
  'words list': { name: 'elenco', description: 'Mostra l’elenco', options: { for: whose } },
  'words import': {
    name: 'importa',
    description: 'Aggiungi parole da un file',
    options: {
      file: { description: 'Un file CSV o JSON come quello di /words export; al massimo 256 KiB' },
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
        description: 'Formato del file',
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

  optout: { name: 'non-leggermi', description: 'Scegli di non essere letto' },
  'optout here': { name: 'qui', description: 'Non leggere mai i miei messaggi in questo server' },
  'optout everywhere': { name: 'ovunque', description: 'Non leggere mai i miei messaggi, in nessun server' },
  'optout off': { name: 'annulla', description: 'Leggi di nuovo i miei messaggi' },

  mydata: { name: 'i-miei-dati', description: 'Che cosa conservo su di te' },
  'mydata export': { name: 'esporta', description: 'Scarica in un file tutto quello che conservo su di te' },
  'mydata delete': { name: 'elimina', description: 'Elimina tutto quello che conservo su di te' },

  privacy: { description: 'Che cosa conservo, per quanto tempo, e dove vanno i testi' },
}
