import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, seconds, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('it')
const most = measured({ number, characters, seconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Avvisa chi gestisce questo bot.'
const askServer = 'Chi gestisce il server può alzare il limite.'

const permissions = {
  ViewChannel: 'Visualizza canale',
  Connect: 'Connetti',
  Speak: 'Parla',
  ReadMessageHistory: 'Leggi cronologia messaggi',
  ManageGuild: 'Gestisci server',
} as const

const budgets = {
  'bot-month': (cap: number) =>
    `Questo bot ha esaurito la sua quota del mese (${characters(cap)}); il conteggio riparte il giorno 1.`,
  'bot-day': (cap: number) =>
    `Questo bot ha esaurito la sua quota di oggi (${characters(cap)}); il conteggio riparte alle 00:00 UTC.`,
  'server-month': (cap: number) =>
    `Questo server ha esaurito la sua quota del mese (${characters(cap)}); il conteggio riparte il giorno 1.`,
  'server-day': (cap: number) =>
    `Questo server ha esaurito la sua quota di oggi (${characters(cap)}); il conteggio riparte alle 00:00 UTC.`,
  'member-month': (cap: number) =>
    `Hai esaurito la tua quota del mese (${characters(cap)}); il conteggio riparte il giorno 1.`,
  'member-day': (cap: number) =>
    `Hai esaurito la tua quota di oggi (${characters(cap)}); il conteggio riparte alle 00:00 UTC.`,
  'member-hour': (cap: number) => `Hai esaurito la tua quota di quest’ora (${characters(cap)}). Aspetta un po’.`,
} as const

const patterns = {
  syntax: 'Non posso usare questa espressione: contiene un errore, per esempio una parentesi aperta.',
  unsupported:
    'Non posso usare questa espressione. Lookaround e riferimenti all’indietro non sono supportati; provane una più semplice.',
  'too-large': 'Non posso usare questa espressione: è troppo complessa. Accorciala.',
  empty:
    'Non posso usare questa espressione: corrisponde anche a un testo vuoto. Rendi obbligatoria almeno una lettera.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Il servizio vocale ha rifiutato la chiave API. ${askHost}`,
  'speech.access': ({ model }) => `La chiave API non ha accesso al modello vocale ${model}. ${askHost}`,
  'speech.quota': () => `La quota del servizio vocale è esaurita. ${askHost}`,
  'speech.billing': () => `Il servizio vocale segnala un problema di pagamento. ${askHost}`,
  'speech.blocked': () => 'Il servizio vocale ha rifiutato questo testo per il suo contenuto. Prova con altre parole.',
  'speech.model-gone': ({ model }) =>
    `Il modello vocale ${model} non è disponibile (nome sbagliato o ritirato). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Non c’è nessuna voce di nome ${voice}. Scegline una dall’elenco che si apre mentre scrivi.`,
  'speech.text-too-long': ({ limit }) =>
    `Il servizio vocale accetta al massimo ${characters(limit)} alla volta. Accorcia il testo.`,
  'speech.style-too-long': ({ limit }) =>
    `Questo stile è troppo lungo: il limite è di circa ${words(limit)}. Accorcialo.`,
  'speech.unpronounceable': () =>
    'La voce locale sa dire solo testi in caratteri latini. Per altre lingue, chi gestisce questo bot può aggiungere una chiave per il servizio vocale.',
  'speech.bad-request': () => `Il servizio vocale ha rifiutato la richiesta perché non valida. ${askHost}`,
  'speech.rate-limited': () => 'Il servizio vocale è sovraccarico. Riprova tra un minuto.',
  'speech.server': () => 'Il servizio vocale ha un problema. Riprova tra un attimo.',
  'speech.network': () => 'Non riesco a raggiungere il servizio vocale. Riprova tra un attimo.',
  'speech.timeout': () => 'Il servizio vocale ci ha messo troppo a rispondere. Riprova tra un attimo.',
  'speech.cut': () => 'Il servizio vocale si è fermato troppo presto, forse manca la fine. Riprova.',
  'speech.malformed': () => 'Il servizio vocale ha mandato qualcosa che non è audio. Riprova tra un attimo.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'In questo testo non c’è niente che io possa dire. Scrivi qualche parola.',
  'text.too-long': ({ length, limit }) =>
    `Il tuo testo ha ${characters(length)}; il limite è ${number(limit)}. Accorcialo.`,

  'voice.caller-not-in-channel': () => 'Prima entra in un canale vocale, poi riprova.',
  'voice.caller-silenced': () =>
    'Qui non posso parlare per te: questo server ti ha escluso dalla lettura, oppure un moderatore ti ha silenziato. Chiedi a un moderatore.',
  'voice.not-connected': () => 'Non sono in nessun canale vocale. Usa `/join` per portarmi nel tuo.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Mi manca il permesso **${permissions[permission]}** in **${channel}**. Chi gestisce il server può darmelo nelle impostazioni del canale.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** è pieno (limite: ${number(limit)}). MessageOutcome posto o scegliete un altro canale.`,
  'voice.timed-out-member': () =>
    'Sono in timeout in questo server, quindi non posso parlare. Un moderatore può togliermelo.',
  'voice.join-failed': ({ channel }) => `Non sono riuscito a connettermi a **${channel}**. Riprova tra un attimo.`,
  'voice.udp-blocked': ({ address }) =>
    `L’UDP verso ${address} non riceve risposta, quindi nessuno può sentirmi: lo blocca un firewall o un NAT. Continuo a provare.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `Sto parlando per chi è in **${channel}**. Unisciti a loro per farlo, o chiedi a chi gestisce il server.`,
  'voice.turn-over': () => 'Altri stavano aspettando, quindi ho interrotto il tuo testo dopo un minuto.',
  'voice.queue-full': ({ limit }) =>
    `La coda è piena (${messages(limit)}). Riprova tra un attimo, oppure usa \`/stop\`.`,
  'voice.nothing-playing': () => 'In questo momento non sto dicendo niente.',
  'voice.busy-elsewhere': ({ channel }) =>
    `In questo momento sto parlando in **${channel}**. Raggiungimi, oppure prima usa \`/leave\` lì.`,
  'voice.too-busy': () =>
    'Sto parlando in troppi server; con uno in più la voce andrebbe a scatti per tutti. Riprova tra un attimo.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}**: il valore deve essere compreso tra ${number(min)} e ${most(max, unit)}.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `**${named(setting)}**: questo valore non è possibile.`
      : `**${named(setting)}**: «${value}» non è possibile. Scegli dall’elenco.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Non c’è nessuna voce di nome ${voice}. Intendevi ${oneOf(nearest)}?`
      : `Non c’è nessuna voce di nome ${voice}. Scegline una dall’elenco che si apre mentre scrivi.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `Questo bot non è configurato per il servizio vocale ${engine}. Chi lo gestisce deve impostare \`${variable}\`.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `Il modello ${model} non ha la voce ${voice}. La trovi in ${oneOf(models)}.`
      : `Il modello ${model} non ha la voce ${voice}. Scegline un’altra.`,
  'settings.unknown-preset': ({ name }) =>
    `Questo server non ha uno stile di nome ${name}. \`/style list\` li mostra tutti.`,
  'settings.too-many': ({ setting, limit }) =>
    `L’elenco **${named(setting)}** è pieno (limite: ${number(limit)}). Prima togli qualcosa.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'Le espressioni di questo elenco, insieme, sono troppo complesse. Togline una con `/words remove` oppure semplificale.',
  'settings.bad-file': ({ line }) =>
    `Non riesco a leggere la riga ${number(line)} del file, quindi non è cambiato niente. Correggila e riprova. Con \`/words export\` hai un esempio.`,
  'settings.not-saved': () => 'Non sono riuscito a salvare, quindi non è cambiato niente. Riprova tra un attimo.',
  'settings.not-read': () => 'Al momento non riesco a raggiungere le mie impostazioni. Riprova tra un attimo.',
  'settings.not-migrated': () => `Non sono riuscito ad aggiornare il mio database. ${askHost}`,

  'app.not-ready': () => 'Mi sto ancora avviando qui. Riprova tra un attimo.',
  'app.stopping': () => 'Mi sto riavviando. Riprova tra un minuto.',
  'app.not-allowed': ({ permission }) => `Per farlo qui ti serve il permesso **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Questo file è troppo grande (limite: ${number(limit)} KiB).`,
  'app.file-not-read': () =>
    'Non sono riuscito a leggere questo file. Controlla che sia un file di testo e allegalo di nuovo.',
  'app.unexpected': ({ id }) =>
    `Qualcosa è andato storto da parte mia. ${askHost} I dettagli sono nel log con l’ID ${id}.`,
}
