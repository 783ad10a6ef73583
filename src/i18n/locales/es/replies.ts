import type { ReplyTexts } from '../../catalogue.ts'
import { counted } from '../../counted.ts'
import { number } from './counts.ts'

const ahead = counted('es', { single: '1 mensaje más', many: '# de mensajes más', other: '# mensajes más' })
const dropped = counted('es', {
  single: '1 mensaje descartado',
  many: '# de mensajes descartados',
  other: '# mensajes descartados',
})

export const replies: ReplyTexts = {
  joined: (channel) => `Ya estoy en **${channel}**. Usa \`/say\` y hablaré.`,
  left: () => 'He salido del canal de voz.',
  speaking: (channel) => `Hablando en **${channel}**.`,
  queued: (n) => `En cola, después de ${ahead(n)}.`,
  voted: (votes, needed) =>
    `No es tuyo, así que se vota: ${number(votes)} de ${number(needed)}. Otras personas del canal pueden usar el mismo comando.`,
  deafened: () => 'Estás ensordecido, así que no lo oirás.',
  offerExpired: () => 'Esa opción ha caducado. Usa otra vez `/say`.',
  skipped: () => 'Omitido.',
  stopped: (n) => `He parado; ${dropped(n)}.`,
  styleIgnored: (voice) => `${voice} no puede cambiar de estilo, así que ha hablado como siempre.`,
  modelReplaced: (model, by) => `El modelo ${model} no está disponible; ha hablado ${by} en su lugar.`,
  voiceReplaced: (voice, by) => `La voz ${voice} no está disponible; ha hablado ${by} en su lugar.`,
  removed: (channel) => `Alguien me ha desconectado de ${channel}. Usa \`/join\` para traerme de vuelta.`,
  connectionLost: (channel) =>
    `He perdido la conexión con ${channel} y no he podido recuperarla. Usa \`/join\` para traerme de vuelta.`,
  recovering: (channel) =>
    `He perdido la conexión con ${channel} e intento recuperarla. Lo que digáis mientras tanto espera hasta 2 minutos.`,
  comingBack: (channel) => `He perdido la conexión con ${channel}. Vuelvo por mi cuenta en cuanto pueda.`,
  holds: {
    muted: (channel) =>
      `Me han silenciado en ${channel}. Cuando un moderador me quite el silencio, seguiré por donde iba.`,
    suppressed: (channel) =>
      `Ya no tengo el permiso **Hablar** en ${channel}. Cuando lo recupere, seguiré por donde iba.`,
    audience: (channel) =>
      `Estoy entre el público de ${channel} y he pedido hablar. Un moderador puede darme la palabra.`,
  },
  engineReplaced: () => 'Ha hablado otra voz en su lugar.',
}
