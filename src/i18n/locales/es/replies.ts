import type { ReplyTexts } from '../../catalogue.ts'
import { counted } from '../../counted.ts'

const ahead = counted('es', { single: '1 mensaje más', many: '# de mensajes más', other: '# mensajes más' })
const dropped = counted('es', {
  single: '1 mensaje descartado',
  many: '# de mensajes descartados',
  other: '# mensajes descartados',
})

export const replies: ReplyTexts = {
  joined: (channel) => `Ya estoy en **${channel}**. Usa \`/say\` y hablo.`,
  left: () => 'He salido del canal de voz.',
  speaking: (channel) => `Hablando en **${channel}**.`,
  queued: (n) => `Está en la cola, después de ${ahead(n)}.`,
  skipped: () => 'Saltado.',
  stopped: (n) => `Paro; ${dropped(n)}.`,
  styleIgnored: (voice) => `La voz ${voice} no puede cambiar de estilo, así que lo he dicho como siempre.`,
  modelReplaced: (model, by) => `El modelo ${model} no está disponible; ha hablado ${by} en su lugar.`,
  voiceReplaced: (voice, by) => `La voz ${voice} no estaba disponible; ha hablado ${by} en su lugar.`,
  removed: (channel) => `Alguien me ha desconectado de ${channel}. Usa \`/join\` para traerme de vuelta.`,
  connectionLost: (channel) =>
    `He perdido la conexión con ${channel} y no he podido recuperarla. Usa \`/join\` para traerme de vuelta.`,
  holds: {
    muted: (channel) =>
      `Me han silenciado en ${channel}, así que espero. Cuando un moderador me quite el silencio, sigo donde estaba.`,
    suppressed: (channel) =>
      `Ya no tengo el permiso **Hablar** en ${channel}, así que espero. Cuando lo recupere, sigo donde estaba.`,
    audience: (channel) => `Estoy entre el público de ${channel} y he pedido hablar. Un moderador puede dejarme.`,
  },
  engineReplaced: () => 'Ha hablado otra voz en su lugar.',
}
