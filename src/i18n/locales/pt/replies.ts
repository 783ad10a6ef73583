import type { ReplyTexts } from '../../catalogue.ts'
import { counted } from '../../counted.ts'
import { number } from './counts.ts'

const ahead = counted('pt', {
  single: 'de outra mensagem',
  other: 'de outras # mensagens',
})
const dropped = counted('pt', {
  single: '1 mensagem descartada',
  many: '# de mensagens descartadas',
  other: '# mensagens descartadas',
})

export const replies: ReplyTexts = {
  joined: (channel) => `Estou em **${channel}**. Use \`/say\` e eu falo.`,
  left: () => 'Saí do canal de voz.',
  speaking: (channel) => `Falando em **${channel}**.`,
  queued: (n) => `Na fila, depois ${ahead(n)}.`,
  voted: (votes, needed) =>
    `Não é seu, então vai a votação: ${number(votes)} de ${number(needed)}. Outras pessoas do canal podem usar o mesmo comando.`,
  deafened: () => 'Seu áudio está desativado, então você não vai ouvir.',
  offerExpired: () => 'Essa opção expirou. Use `/say` de novo.',
  skipped: () => 'Mensagem pulada.',
  stopped: (n) => `Parei; ${dropped(n)}.`,
  styleIgnored: (voice) => `${voice} não consegue mudar de estilo, então falou do jeito de sempre.`,
  modelReplaced: (model, by) => `O modelo ${model} não está disponível; quem falou foi ${by}.`,
  voiceReplaced: (voice, by) => `A voz ${voice} não está disponível; quem falou foi ${by}.`,
  removed: (channel) => `Alguém me desconectou de ${channel}. Use \`/join\` para me chamar de volta.`,
  connectionLost: (channel) =>
    `Perdi a conexão com ${channel} e não consegui recuperá-la. Use \`/join\` para me chamar de volta.`,
  recovering: (channel) =>
    `Perdi a conexão com ${channel} e estou tentando recuperá-la. O que vocês disserem enquanto isso espera até 2 minutos.`,
  comingBack: (channel) => `Perdi a conexão com ${channel}. Volto sozinho assim que der.`,
  holds: {
    muted: (channel) => `Fui silenciado em ${channel}. Quando a moderação me liberar, continuo de onde parei.`,
    suppressed: (channel) =>
      `Não tenho mais a permissão **Falar** em ${channel}. Quando ela voltar, continuo de onde parei.`,
    audience: (channel) => `Estou na plateia de ${channel} e pedi para falar. Alguém da moderação pode me liberar.`,
  },
  engineReplaced: () => 'Outra voz falou no lugar.',
}
