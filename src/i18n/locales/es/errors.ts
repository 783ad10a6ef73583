import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, people, seconds, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('es')
const most = measured({ number, characters, seconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Avisa a la persona que gestiona este bot.'
const askServer = 'Un administrador del servidor puede subir el límite.'

const permissions = {
  ViewChannel: 'Ver canal',
  Connect: 'Conectar',
  Speak: 'Hablar',
  ReadMessageHistory: 'Leer el historial de mensajes',
  ManageGuild: 'Gestionar servidor',
} as const

const budgets = {
  'bot-month': (cap: number) =>
    `Este bot ya ha gastado su presupuesto de este mes (${characters(cap)}); el contador se reinicia el día 1.`,
  'bot-day': (cap: number) =>
    `Este bot ya ha gastado su presupuesto de hoy (${characters(cap)}); el contador se reinicia a las 00:00 UTC.`,
  'server-month': (cap: number) =>
    `Este servidor ya ha gastado su presupuesto de este mes (${characters(cap)}); el contador se reinicia el día 1.`,
  'server-day': (cap: number) =>
    `Este servidor ya ha gastado su presupuesto de hoy (${characters(cap)}); el contador se reinicia a las 00:00 UTC.`,
  'member-month': (cap: number) =>
    `Ya has gastado tu presupuesto de este mes (${characters(cap)}); el contador se reinicia el día 1.`,
  'member-day': (cap: number) =>
    `Ya has gastado tu presupuesto de hoy (${characters(cap)}); el contador se reinicia a las 00:00 UTC.`,
  'member-hour': (cap: number) => `Ya has gastado tu presupuesto de esta hora (${characters(cap)}). Espera un rato.`,
} as const

const patterns = {
  syntax: 'No puedo usar ese patrón: tiene un error, como un paréntesis sin cerrar.',
  unsupported:
    'No puedo usar ese patrón: no admito búsquedas hacia delante o hacia atrás (lookaround) ni retrorreferencias. Prueba con uno más sencillo.',
  'too-large': 'No puedo usar ese patrón: es demasiado complejo. Hazlo más corto.',
  empty: 'No puedo usar ese patrón: también coincide con un texto vacío. Haz obligatoria al menos una letra.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `El servicio de voz ha rechazado la clave de API. ${askHost}`,
  'speech.access': ({ model }) => `La clave de API no tiene acceso al modelo de voz ${model}. ${askHost}`,
  'speech.quota': () => `Se ha agotado la cuota del servicio de voz. ${askHost}`,
  'speech.billing': () => `El servicio de voz avisa de un problema de pago. ${askHost}`,
  'speech.blocked': () => 'El servicio de voz ha rechazado este texto por su contenido. Prueba con otras palabras.',
  'speech.model-gone': ({ model }) =>
    `El modelo de voz ${model} no está disponible (nombre incorrecto o retirado). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `No hay ninguna voz llamada ${voice}. Elige una de la lista que se abre al escribir.`,
  'speech.text-too-long': ({ limit }) =>
    `El servicio de voz admite como máximo ${characters(limit)} de una vez. Acorta el texto.`,
  'speech.style-too-long': ({ limit }) =>
    `Ese estilo es demasiado largo: el máximo son unas ${words(limit)}. Acórtalo.`,
  'speech.unpronounceable': () =>
    'La voz local solo puede leer texto en letras latinas. Para otros idiomas, la persona que gestiona este bot puede añadir una clave del servicio de voz.',
  'speech.bad-request': () => `El servicio de voz ha rechazado la solicitud por no ser válida. ${askHost}`,
  'speech.rate-limited': () => 'El servicio de voz está ocupado. Prueba otra vez dentro de un minuto.',
  'speech.server': () => 'El servicio de voz tiene un problema. Prueba otra vez dentro de un momento.',
  'speech.network': () => 'No puedo acceder al servicio de voz. Prueba otra vez dentro de un momento.',
  'speech.timeout': () => 'El servicio de voz ha tardado demasiado en responder. Prueba otra vez dentro de un momento.',
  'speech.cut': () => 'El servicio de voz se ha cortado antes de tiempo y puede faltar el final. Prueba otra vez.',
  'speech.malformed': () => 'El servicio de voz ha enviado algo que no es audio. Prueba otra vez dentro de un momento.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'En ese texto no hay nada que pueda decir. Escribe alguna palabra.',
  'text.too-long': ({ length, limit }) =>
    `Tu texto tiene ${characters(length)} y el máximo es ${number(limit)}. Acórtalo.`,

  'voice.caller-not-in-channel': () => 'Únete primero a un canal de voz y prueba otra vez.',
  'voice.caller-silenced': () =>
    'Aquí no puedo hablar por ti: este servidor te ha excluido de la lectura o un moderador te ha silenciado en voz. Pregunta a un moderador.',
  'voice.not-connected': () => 'No estoy en ningún canal de voz. Usa `/join` para traerme al tuyo.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Necesito el permiso **${permissions[permission]}** en **${channel}**. Un administrador del servidor puede dármelo en los ajustes del canal.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** está lleno (${people(limit)}). Haz sitio o elige otro canal.`,
  'voice.timed-out-member': () =>
    'Me han aislado temporalmente en este servidor y no puedo hablar. Un moderador puede quitarme el aislamiento.',
  'voice.join-failed': ({ channel }) =>
    `No he podido conectarme a **${channel}**. Prueba otra vez dentro de un momento.`,
  'voice.udp-blocked': ({ address }) =>
    `El UDP hacia ${address} no recibe respuesta y nadie puede oírme: lo bloquea un cortafuegos o un NAT. Sigo intentándolo.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `Estoy hablando para gente en **${channel}**. Únete a ellos para hacer eso o pídeselo a quien administre el servidor.`,
  'voice.turn-over': () => 'Había otras personas esperando, así que he parado tu texto al cabo de un minuto.',
  'voice.queue-full': ({ limit }) =>
    `Ya hay ${messages(limit)} en espera. Prueba otra vez cuando haya menos o usa \`/stop\`.`,
  'voice.nothing-playing': () => 'Ahora mismo no estoy diciendo nada.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Ahora mismo estoy hablando en **${channel}**. Ven o usa antes \`/leave\` allí.`,
  'voice.too-busy': () =>
    'Estoy hablando en demasiados servidores; con uno más, mi voz se entrecortaría en todos. Prueba otra vez dentro de un momento.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** tiene que estar entre ${number(min)} y ${most(max, unit)}.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `Ese valor no sirve para **${named(setting)}**.`
      : `«${value}» no sirve para **${named(setting)}**. Elige algo de la lista.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `No hay ninguna voz llamada ${voice}. ¿Querías decir ${oneOf(nearest)}?`
      : `No hay ninguna voz llamada ${voice}. Elige una de la lista que se abre al escribir.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `Este bot no está configurado para el servicio de voz ${engine}. Quien lo mantiene tiene que definir \`${variable}\`.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `El modelo ${model} no tiene la voz ${voice}. Puedes usarla con ${oneOf(models)}.`
      : `El modelo ${model} no tiene la voz ${voice}. Elige otra.`,
  'settings.unknown-preset': ({ name }) =>
    `Este servidor no tiene ningún estilo llamado ${name}. Con \`/style list\` los ves todos.`,
  'settings.too-many': ({ setting, limit }) =>
    `La lista **${named(setting)}** está llena (máximo: ${number(limit)}). Quita algo primero.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'Los patrones de esta lista son demasiado complejos en conjunto. Quita alguno con `/words remove` o simplifícalos.',
  'settings.bad-file': ({ line }) =>
    `No puedo leer la línea ${number(line)} del archivo, así que no ha cambiado nada. Corrígela y prueba otra vez. Con \`/words export\` tienes un ejemplo.`,
  'settings.not-saved': () =>
    'No he podido guardarlo, así que no ha cambiado nada. Prueba otra vez dentro de un momento.',
  'settings.not-read': () => 'Ahora mismo no puedo acceder a mis ajustes. Prueba otra vez dentro de un momento.',
  'settings.not-migrated': () => `No he podido actualizar mi base de datos. ${askHost}`,

  'app.not-ready': () => 'Todavía estoy arrancando aquí. Prueba otra vez dentro de un momento.',
  'app.stopping': () => 'Me estoy reiniciando. Prueba otra vez dentro de un minuto.',
  'app.not-allowed': ({ permission }) => `Para hacer eso aquí necesitas el permiso **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Ese archivo es demasiado grande (máximo: ${number(limit)} KiB).`,
  'app.file-not-read': () =>
    'No he podido leer ese archivo. Comprueba que es un archivo de texto y adjúntalo otra vez.',
  'app.unexpected': ({ id }) =>
    `Algo ha fallado por mi parte. ${askHost} Los detalles están en el registro como ${id}.`,
}
