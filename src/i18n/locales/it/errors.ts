import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('it')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Avvisa chi gestisce questo bot.'
const askServer = 'Per averne di più, chiedi a chi gestisce questo server.'

const permissions = {
  ViewChannel: 'Visualizza canale',
  Connect: 'Connetti',
  Speak: 'Parla',
  ReadMessageHistory: 'Leggi cronologia messaggi',
  ManageGuild: 'Gestisci server',
} as const

const budgets = {
  'bot-month': (cap: number) => `Questo bot ha esaurito la sua quota del mese (${characters(cap)}).`,
  'bot-day': (cap: number) => `Questo bot ha esaurito la sua quota di oggi (${characters(cap)}).`,
  'server-month': (cap: number) => `Questo server ha esaurito la sua quota del mese (${characters(cap)}).`,
  'server-day': (cap: number) => `Questo server ha esaurito la sua quota di oggi (${characters(cap)}).`,
  'member-month': (cap: number) => `Hai esaurito la tua quota del mese (${characters(cap)}).`,
  'member-day': (cap: number) => `Hai esaurito la tua quota di oggi (${characters(cap)}).`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Il servizio vocale non accetta la chiave. ${askHost}`,
  'speech.access': ({ model }) => `Con questa chiave il servizio vocale non permette il modello ${model}. ${askHost}`,
  'speech.quota': () => `La quota del servizio vocale è esaurita. ${askHost}`,
  'speech.billing': () => `L’account del servizio vocale non è in regola. ${askHost}`,
  'speech.blocked': () => 'Il servizio vocale ha rifiutato questo testo per il suo contenuto. Prova con altre parole.',
  'speech.model-gone': ({ model }) => `Il modello vocale ${model} non esiste più. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Non c’è nessuna voce di nome ${voice}. Scegline una dall’elenco che si apre mentre scrivi.`,
  'speech.text-too-long': ({ limit }) =>
    `È troppo lungo per il servizio vocale: al massimo ${characters(limit)} alla volta.`,
  'speech.style-too-long': ({ limit }) =>
    `Questa descrizione di come parlare è troppo lunga: al massimo circa ${words(limit)}. Accorciala.`,
  'speech.unpronounceable': () =>
    'La voce locale sa dire solo testi in caratteri latini. Per altre lingue, chi gestisce questo bot può aggiungere una chiave per il servizio vocale.',
  'speech.bad-request': () => `Il servizio vocale non ha capito la richiesta. ${askHost}`,
  'speech.rate-limited': () => 'Il servizio vocale è sovraccarico. Riprova tra un minuto.',
  'speech.server': () => 'Il servizio vocale ha un problema suo. Riprova tra un attimo.',
  'speech.network': () => 'Il servizio vocale non è raggiungibile. Riprova tra un attimo.',
  'speech.timeout': () => 'Il servizio vocale non ha risposto in tempo. Riprova tra un attimo.',
  'speech.cut': () => 'Il servizio vocale si è fermato a metà, quindi forse manca la fine. Riprova.',
  'speech.malformed': () => 'Il servizio vocale ha risposto con qualcosa che non è parlato. Riprova tra un attimo.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'In questo testo non c’è niente da dire. Scrivi qualche parola.',
  'text.too-long': ({ length, limit }) =>
    `Sono ${characters(length)}; se ne possono dire al massimo ${number(limit)} alla volta. Accorcia il testo.`,

  'voice.caller-not-in-channel': () => 'Prima entra in un canale vocale, poi riprova: parlo dove sei tu.',
  'voice.caller-silenced': () =>
    'Qui non posso parlare per te: questo server non vuole che ti legga, oppure un moderatore ha disattivato il tuo microfono. Chiedi a chi gestisce il server.',
  'voice.not-connected': () => 'Non sono in nessun canale vocale. Usa `/join` per portarmi nel tuo.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Mi manca il permesso **${permissions[permission]}** in **${channel}**. Chi gestisce il server può darmelo nelle impostazioni del canale.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** è pieno (limite: ${number(limit)}). Fate posto o scegli un altro canale.`,
  'voice.timed-out-member': () =>
    'Sono in timeout su questo server e non posso parlare. Un moderatore può togliermelo.',
  'voice.join-failed': ({ channel }) => `Non sono riuscito a connettermi a **${channel}**. Riprova tra un attimo.`,
  'voice.queue-full': ({ limit }) =>
    `La coda è piena (${messages(limit)}). Riprova quando si sarà svuotata un po’, oppure usa \`/stop\`.`,
  'voice.nothing-playing': () => 'In questo momento non sto dicendo niente.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Sto parlando per chi è in **${channel}**. Raggiungili, oppure prima usa \`/leave\` lì.`,
  'voice.too-busy': () =>
    'Sto parlando in così tanti server che con uno in più la voce andrebbe a scatti per tutti. Riprova tra un attimo.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}**: il valore deve essere compreso tra ${number(min)} e ${number(max)}.`,
  'settings.value-not-allowed': ({ setting }) => `**${named(setting)}**: questo valore non è possibile.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Non c’è nessuna voce di nome ${voice}. Intendi ${oneOf(nearest)}?`
      : `Non c’è nessuna voce di nome ${voice}. Scegline una dall’elenco che si apre mentre scrivi.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `Il modello ${model} non ha la voce ${voice}. La trovi in ${oneOf(models)}.`
      : `Il modello ${model} non ha la voce ${voice}. Scegline un’altra.`,
  'settings.unknown-preset': ({ name }) =>
    `Questo server non ha uno stile di nome ${name}. \`/style list\` li mostra tutti.`,
  'settings.too-many': ({ setting, limit }) =>
    `L’elenco **${named(setting)}** è pieno (limite: ${number(limit)}). Prima togli qualcosa.`,
  'settings.bad-pattern': () =>
    'Questa espressione non si può usare. Lookaround e riferimenti all’indietro non sono possibili; provane una più semplice.',
  'settings.patterns-too-large': () =>
    'Le espressioni di questo elenco sono troppo grandi nel loro insieme. Togline una con `/words remove` oppure semplificale.',
  'settings.bad-file': ({ line }) =>
    `La riga ${number(line)} del file non è leggibile. Correggila e riprova; non è cambiato niente.`,
  'settings.not-saved': () => 'Non sono riuscito a salvare, quindi non è cambiato niente. Riprova tra un attimo.',
  'settings.not-read': () => 'Al momento non riesco a raggiungere le mie impostazioni. Riprova tra un attimo.',
  'settings.not-migrated': () => `Non è stato possibile aggiornare le mie impostazioni. ${askHost}`,

  'app.stopping': () => 'Mi sto riavviando. Riprova tra un minuto.',
  'app.not-allowed': ({ permission }) => `Qui può farlo solo chi ha il permesso **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Questo file è troppo grande: al massimo ${number(limit)} KiB.`,
  'app.file-not-read': () =>
    'Non sono riuscito a leggere questo file. Deve essere un file di testo; allegalo di nuovo.',
  'app.unexpected': ({ id }) =>
    `È successo qualcosa che non doveva succedere. ${askHost} Nel log si trova con l’ID ${id}.`,
}
