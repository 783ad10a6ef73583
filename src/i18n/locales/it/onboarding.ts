import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    'Ciao, sono Lector! Leggo i messaggi ad alta voce nel vostro canale vocale e dico quello che scrivete con `/say`. Il resto è in `/help`.',
  setUp: () => 'Configura',
  tryVoice: () => 'Prova una voce',
  readThisChannel: () => 'Leggi questo canale',
  step: (step, steps, title) => `Passo ${number(step)} di ${number(steps)}: **${title}**`,
  titles: {
    voice: 'Voce e lingua',
    channel: 'Canale da leggere',
    people: 'Chi leggo',
    announcements: 'Annunci',
  },
  askVoice: () => 'Scegli la voce per chi non ne ha scelta una. Se sei in un canale vocale, la senti subito.',
  askChannel: () =>
    'Premi il pulsante nel canale testuale che devo leggere. Lo leggerò nel canale vocale in cui ti trovi.',
  askPeople: () => 'Di chi devo leggere i messaggi? Per limitarli in base al ruolo usa `/server roles`.',
  onlyPresent: () => 'Solo chi è nel canale vocale',
  everyone: () => 'Tutti quelli che ci scrivono',
  askAnnouncements: () => 'Cosa devo dire oltre ai messaggi?',
  finish: () => 'Fine',
  done: () =>
    'Tutto pronto! Entra in un canale vocale e scrivi `/say`, oppure scrivi in un canale che leggo. Con `/setup` torni qui, e in `/server panel` trovi altre impostazioni.',
  help: () => 'Ecco cosa posso fare per te:',
  helpSay: () => 'Dire qualcosa nel tuo canale vocale: `/say`',
  helpVoice: () => 'Scegliere una voce tutta tua: `/voice list`',
  helpStop: () => 'Interrompermi o mandarmi via: `/skip`, `/stop`, `/leave`',
  helpWords: () => 'Insegnarmi una parola o il tuo nome: `/words add`, `/nickname set`',
  helpPrivacy: () => 'Non essere letto, o vedere cosa salvo: `/optout here`, `/privacy`',
  helpMenus: () => "Clic destro su un messaggio, poi *App*: lo leggo, o ti dico perché non l'ho letto.",
  helpManagers: () => 'Dato che gestisci questo server:',
  helpSetUp: () => 'Configurarmi passo per passo: `/setup`',
  helpChannels: () => 'Farmi leggere un canale: `/read here`, `/read list`',
  helpLimits: () => 'Mettere limiti e budget: `/server limits`, `/server budget`',
  helpDoctor: () => 'Capire cosa non va: `/doctor`',
  joinMe: () => 'Vieni nel mio canale',
  leaveMeOut: () => 'Non leggermi',
  checkAll: () => 'Controlla tutto',
  naturalVoices: () =>
    'Queste sono voci semplici, incluse con me. Per averne di naturali in dieci lingue, chi gestisce questo bot può aggiungere una chiave con `npm run setup`.',
}
