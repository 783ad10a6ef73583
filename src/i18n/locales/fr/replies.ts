import type { ReplyTexts } from '../../catalogue.ts'
import { messages, number, otherMessages } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `Je suis dans **${channel}**. Utilise \`/say\` pour me faire parler.`,
  left: () => 'J’ai quitté le salon vocal.',
  speaking: (channel) => `Je parle dans **${channel}**.`,
  queued: (ahead) => `Dans la file d’attente, après ${otherMessages(ahead)}.`,
  voted: (votes, needed) =>
    `Ce n’est pas de toi, il faut donc voter : ${number(votes)} sur ${number(needed)}. Les autres du salon peuvent utiliser la même commande.`,
  deafened: () => 'Tu es en sourdine, donc tu ne l’entendras pas.',
  offerExpired: () => 'Cette proposition a expiré. Utilise de nouveau `/say`.',
  skipped: () => 'Message passé.',
  stopped: (n) => `Arrêté ; ${messages(n)} en moins dans la file.`,
  styleIgnored: (voice) => `${voice} ne peut pas changer de style, alors j’ai gardé sa façon de parler habituelle.`,
  modelReplaced: (model, by) => `Le modèle ${model} n’est pas disponible ; ${by} a parlé à sa place.`,
  voiceReplaced: (voice, by) => `La voix ${voice} n’est pas disponible ; ${by} a parlé à sa place.`,
  removed: (channel) => `Quelqu’un m’a déconnecté de ${channel}. Utilise \`/join\` pour me faire revenir.`,
  connectionLost: (channel) =>
    `J’ai perdu la connexion à ${channel} sans pouvoir la rétablir. Utilise \`/join\` pour me faire revenir.`,
  recovering: (channel) =>
    `J’ai perdu la connexion à ${channel} et j’essaie de la rétablir. Ce que vous dites entre-temps attend jusqu’à 2 minutes.`,
  comingBack: (channel) => `J’ai perdu la connexion à ${channel}. Je reviens tout seul dès que possible.`,
  holds: {
    muted: (channel) =>
      `On m’a rendu muet dans ${channel}. Dès que la modération me rend la parole, je reprends où j’en étais.`,
    suppressed: (channel) =>
      `Je n’ai plus la permission **Parler** dans ${channel}. Dès que je la retrouve, je reprends où j’en étais.`,
    audience: (channel) =>
      `Je suis dans le public de ${channel} et j’ai demandé la parole. La modération peut me la donner.`,
  },
  engineReplaced: () => 'Une autre voix a parlé à la place.',
}
