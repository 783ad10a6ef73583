import { counted } from '../../counted.ts'
import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

const skipped = counted('es', {
  single: 'hay 1 mensaje que no puedo leer o que no tiene palabras',
  many: 'hay # de mensajes que no puedo leer o que no tienen palabras',
  other: 'hay # mensajes que no puedo leer o que no tienen palabras',
})

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `Desde ahora leo ${channel} en voz alta en **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Leeré ${channel} en voz alta siempre que esté en **${voice}**. Ve allí y usa \`/join\` para traerme.`,
  notReadAnyMore: (channel) => `Ya no leo ${channel}.`,
  notRead: (channel) => `No leo ${channel}, así que no ha cambiado nada. Con \`/read list\` ves lo que leo.`,
  list: () => 'Leo estos canales en voz alta:',
  listed: (channel, voice) => `${channel} en el canal de voz ${voice}`,
  emptyList: () =>
    'Todavía no leo ningún canal, solo el chat del canal de voz en el que estoy. Usa `/read here` en un canal de texto.',

  readingAloud: (voice) => `Lo leo en **${voice}**.`,
  readingFrom: (count, left, voice) => `Leo ${messages(count)} en **${voice}**${left > 0 ? `; ${skipped(left)}` : ''}.`,
  nothingToRead: () => 'Aquí no hay nada que pueda leer.',

  youAreRead: () => 'Vuelvo a leer tus mensajes en este servidor.',
  youAreNotRead: () => 'Desde ahora no leo tus mensajes en este servidor. Usa la misma opción para cambiarlo.',
  isRead: (person) => `Vuelvo a leer los mensajes de ${person}.`,
  isNotRead: (person) => `Desde ahora no leo los mensajes de ${person}. Usa la misma opción para cambiarlo.`,

  following: (person) => `Sigo a ${person} de un canal de voz a otro hasta que me vaya.`,
  followingNoMore: (person) => `Ya no sigo a ${person}.`,

  fates: {
    waiting: 'Está esperando su turno o lo estoy leyendo ahora mismo.',
    spoken: 'Lo he leído.',
    empty: 'No contiene nada que una voz pueda decir.',
    'left-out': 'Lo he omitido porque había demasiados mensajes en espera.',
    dropped: 'Alguien lo ha saltado o ha parado la lectura, o me he ido antes de que le tocara.',
    deleted: 'Lo han eliminado antes de que terminara de leerlo.',
    unknown: 'Ahora lo leería, pero yo no estaba cuando se escribió o hace demasiado tiempo para saberlo.',
  },
  reasons: {
    'own-message': 'Es uno de mis propios mensajes y esos no los leo nunca.',
    'system-message': 'Lo ha escrito el propio Discord, no una persona.',
    command: 'Es la respuesta a un comando.',
    'opted-out': 'Su autor no quiere que lo lea.',
    'unread-member': 'Este servidor no quiere que lea a su autor.',
    'channel-not-read': 'No leo este canal. Quien gestiona el servidor puede usar `/read here` en él.',
    bot: 'Su autor es un bot y en este servidor no leo a los bots. Se cambia con `/server reading`.',
    webhook: 'Viene de un webhook y en este servidor no los leo. Se cambia con `/server reading`.',
    'ignored-role': 'Su autor tiene un rol que aquí no leo. Se cambia con `/server roles`.',
    'missing-role': 'Su autor no tiene ninguno de los roles que leo aquí. Se cambia con `/server roles`.',
    'age-restricted': 'Está en un canal con restricción de edad y el canal de voz está abierto a todos.',
    silent: 'Se envió con `@silent`.',
    'ignored-prefix': 'Empieza por el signo que significa «no leer». Se cambia con `/server reading`.',
    'missing-prefix': 'Aquí solo leo mensajes que empiezan por cierto signo. Con `/server reading` se ve y se cambia.',
    'too-old': 'Tenía más de dos minutos cuando me llegó.',
    'not-there': 'No estoy en el canal de voz en el que leo este canal. Usa `/join` allí.',
    'author-not-in-voice': 'Su autor no está conmigo en el canal de voz. Con `/server reading` puedo leer a todos.',
    'author-muted': 'Un moderador ha silenciado a su autor en el canal de voz.',
    duplicate: 'Su autor ha escrito lo mismo hace menos de un minuto.',
    'member-rate': 'Su autor ha escrito en un minuto más mensajes de los que leo aquí. Se cambia con `/server limits`.',
    'server-rate': 'En un minuto se han escrito más mensajes de los que leo aquí. Se cambia con `/server limits`.',
  },
  failed: (sentence) => `No he podido decirlo. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'leer', description: 'Qué canales de texto leo en voz alta' },
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
    description: 'Sigo a alguien por los canales de voz; con la misma persona otra vez, lo dejo',
    options: { person: { name: 'persona', description: 'A quién; si no lo pones, a ti' } },
  },
  'Read aloud': { name: 'Leer en voz alta', description: 'Leo este mensaje en voz alta en tu canal de voz' },
  'Read from here': { name: 'Leer desde aquí', description: 'Leo en voz alta este mensaje y los siguientes' },
  'Why was this (not) read?': {
    name: '¿Por qué (no) se ha leído?',
    description: 'Digo qué ha pasado con este mensaje',
  },
  "Read this person / don't": {
    name: 'Leer a esta persona o no',
    description: 'Cambio si leo o no los mensajes de esta persona en este servidor',
  },
}
