import type { ReplyTexts } from '../../catalogue.ts'
import { messages, number, otherMessages } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `Sono in **${channel}**. Usa \`/say\` per farmi parlare.`,
  left: () => 'Sono uscito dal canale vocale.',
  speaking: (channel) => `Sto parlando in **${channel}**.`,
  queued: (ahead) => `In coda, dopo ${otherMessages(ahead)}.`,
  voted: (votes, needed) =>
    `Non è tuo, quindi si vota: ${number(votes)} su ${number(needed)}. Gli altri nel canale possono usare lo stesso comando.`,
  deafened: () => "Hai l'audio disattivato, quindi non lo sentirai.",
  offerExpired: () => 'Questa proposta è scaduta. Usa di nuovo `/say`.',
  skipped: () => 'Saltato.',
  stopped: (n) => `Interrotto; ho scartato ${messages(n)}.`,
  styleIgnored: (voice) => `${voice} non può cambiare stile, quindi ha parlato come al solito.`,
  modelReplaced: (model, by) => `Il modello ${model} non è disponibile; al suo posto ha parlato ${by}.`,
  voiceReplaced: (voice, by) => `La voce ${voice} non è disponibile; al suo posto ha parlato ${by}.`,
  removed: (channel) => `Qualcuno mi ha disconnesso da ${channel}. Usa \`/join\` per farmi tornare.`,
  connectionLost: (channel) =>
    `Ho perso la connessione con ${channel} e non sono riuscito a ripristinarla. Usa \`/join\` per farmi tornare.`,
  recovering: (channel) =>
    `Ho perso la connessione con ${channel} e provo a ripristinarla. Quello che dite intanto aspetta fino a 2 minuti.`,
  comingBack: (channel) => `Ho perso la connessione con ${channel}. Torno da solo appena posso.`,
  holds: {
    muted: (channel) =>
      `Mi hanno silenziato in ${channel}. Quando un moderatore mi riattiva, riprendo da dove ero rimasto.`,
    suppressed: (channel) =>
      `Non ho più il permesso **Parla** in ${channel}. Quando lo riavrò, riprenderò da dove ero rimasto.`,
    audience: (channel) =>
      `Sono tra il pubblico di ${channel} e ho chiesto di parlare. Un moderatore può darmi la parola.`,
  },
  engineReplaced: () => 'Al suo posto ha parlato un’altra voce.',
}
