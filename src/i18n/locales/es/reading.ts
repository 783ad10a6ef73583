import { counted } from '../../counted.ts'
import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

const skipped = counted('es', { single: '1 omitido', other: '# omitidos' })

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `Desde ahora leeré ${channel} en voz alta en **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Leeré ${channel} en voz alta siempre que esté en **${voice}**. Ve allí y usa \`/join\` para traerme.`,
  notReadAnyMore: (channel) => `Ya no leo ${channel}.`,
  notRead: (channel) => `No estaba leyendo ${channel}, así que no ha cambiado nada. Con \`/read list\` ves lo que leo.`,
  list: () => 'Leo estos canales en voz alta:',
  listed: (channel, voice) => `${channel} en el canal de voz ${voice}`,
  emptyList: () =>
    'Todavía no leo ningún canal de texto, solo el chat del canal de voz en el que estoy. Usa `/read here` en un canal de texto.',

  readingAloud: (voice) => `Lo leo en **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Leo ${messages(count)} en **${voice}**${left > 0 ? ` (${skipped(left)})` : ''}.`,
  nothingToRead: () => 'Aquí no hay nada que pueda leer.',

  youAreRead: () => 'Volveré a leer tus mensajes en este servidor.',
  youAreNotRead: () => 'Ya no leeré tus mensajes en este servidor. Elige otra vez la misma opción para deshacerlo.',
  isRead: (person) => `Volveré a leer los mensajes de ${person}.`,
  isNotRead: (person) => `Ya no leeré los mensajes de ${person}. Elige otra vez la misma opción para deshacerlo.`,

  following: (person) => `Seguiré a ${person} de un canal de voz a otro hasta que me vaya.`,
  followingNoMore: (person) => `Ya no sigo a ${person}.`,

  outcomes: {
    waiting: 'Está esperando su turno o lo estoy leyendo ahora mismo.',
    spoken: 'Lo he leído.',
    empty: 'No contiene nada que pueda decir.',
    'left-out': 'Lo he omitido porque había demasiados mensajes en espera.',
    dropped: 'Lo han saltado o parado, o me he ido antes de que le tocara.',
    deleted: 'Lo han eliminado antes de que terminara de leerlo.',
    unknown: 'Ahora lo leería, pero no estaba cuando se envió o hace demasiado tiempo para acordarme.',
  },
  reasons: {
    'own-message': 'Es uno de mis propios mensajes y esos no los leo nunca.',
    'system-message': 'Es un mensaje del sistema de Discord.',
    command: 'Es la respuesta a un comando.',
    'opted-out': 'Su autor no quiere que lo lea.',
    'unread-member': 'Este servidor ha excluido a su autor de la lectura.',
    'channel-not-read': 'No leo este canal. Un administrador del servidor puede usar `/read here` en él.',
    bot: 'Su autor es un bot y en este servidor no leo a los bots. Se cambia con `/server reading`.',
    webhook: 'Viene de un webhook y en este servidor no los leo. Se cambia con `/server reading`.',
    'ignored-role': 'Su autor tiene un rol que aquí no leo. Se cambia con `/server roles`.',
    'missing-role': 'Su autor no tiene ninguno de los roles que leo aquí. Se cambia con `/server roles`.',
    'age-restricted': 'Está en un canal con restricción de edad, pero el canal de voz está abierto a todos.',
    silent: 'Se envió con `@silent`.',
    'ignored-prefix': 'Empieza por el prefijo de los mensajes que no leo. Se cambia con `/server reading`.',
    'missing-prefix': 'No empieza por el prefijo que hace falta aquí. Se cambia con `/server reading`.',
    'too-old': 'Tenía más de dos minutos cuando me llegó.',
    'not-there': 'No estoy en el canal de voz en el que leo este canal. Usa `/join` allí.',
    'author-not-in-voice': 'Su autor no está conmigo en el canal de voz. Se cambia con `/server reading`.',
    'author-muted': 'Un moderador ha silenciado a su autor en el canal de voz.',
    duplicate: 'Se escribió lo mismo tres veces en diez segundos, o el mismo texto largo dos veces en un minuto.',
    'member-rate': 'Su autor ha enviado más mensajes por minuto de los que leo aquí. Se cambia con `/server limits`.',
    'server-rate': 'Se han enviado más mensajes por minuto de los que leo aquí. Se cambia con `/server limits`.',
  },
  failed: (sentence) => `No he podido decirlo. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'leer', description: 'Leo canales de texto en voz alta' },
  'read here': {
    name: 'aquí',
    description: 'Leo este canal de texto en voz alta',
    options: { voice: { name: 'voz', description: 'En qué canal de voz; si no lo pones, en el tuyo' } },
  },
  'read stop': {
    name: 'parar',
    description: 'Dejo de leer un canal de texto',
    options: { channel: { name: 'canal', description: 'Cuál; si no lo pones, este' } },
  },
  'read list': { name: 'lista', description: 'Muestro qué canales de texto leo y dónde' },
  follow: {
    name: 'seguir',
    description: 'Sigo a alguien por los canales de voz; repítelo con la misma persona para que pare',
    options: { person: { name: 'persona', description: 'A quién; si no lo pones, a ti' } },
  },
  'Read aloud': { name: 'Leer en voz alta', description: 'Leo este mensaje en voz alta en tu canal de voz' },
  'Read from here': { name: 'Leer desde aquí', description: 'Leo en voz alta este mensaje y los siguientes' },
  'Why was this (not) read?': {
    name: '¿Por qué (no) se ha leído?',
    description: 'Explico por qué se ha leído o no este mensaje',
  },
  "Read this person / don't": {
    name: 'Leer a esta persona o no',
    description: 'Activa o desactiva la lectura de esta persona en este servidor',
  },
}
