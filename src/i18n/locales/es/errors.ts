import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, people, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('es')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Avisa a la persona que gestiona este bot.'
const askServer = 'Pide más a quienes gestionan este servidor.'

const permissions = {
  ViewChannel: 'Ver canal',
  Connect: 'Conectar',
  Speak: 'Hablar',
  ReadMessageHistory: 'Leer el historial de mensajes',
  ManageGuild: 'Gestionar servidor',
} as const

const budgets = {
  'bot-month': (cap: number) => `Este bot ya ha gastado su presupuesto de voz de este mes (${characters(cap)}).`,
  'bot-day': (cap: number) => `Este bot ya ha gastado su presupuesto de voz de hoy (${characters(cap)}).`,
  'server-month': (cap: number) =>
    `Este servidor ya ha gastado su presupuesto de voz de este mes (${characters(cap)}).`,
  'server-day': (cap: number) => `Este servidor ya ha gastado su presupuesto de voz de hoy (${characters(cap)}).`,
  'member-month': (cap: number) => `Ya has gastado tu presupuesto de voz de este mes (${characters(cap)}).`,
  'member-day': (cap: number) => `Ya has gastado tu presupuesto de voz de hoy (${characters(cap)}).`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `El servicio de voz no acepta la clave. ${askHost}`,
  'speech.access': ({ model }) => `El servicio de voz no permite usar el modelo ${model} con esta clave. ${askHost}`,
  'speech.quota': () => `Se ha agotado el cupo del servicio de voz. ${askHost}`,
  'speech.billing': () => `Hay un problema de pago con la cuenta del servicio de voz. ${askHost}`,
  'speech.blocked': () => 'El servicio de voz ha rechazado este texto por su contenido. Prueba con otras palabras.',
  'speech.model-gone': ({ model }) => `El modelo de voz ${model} ya no existe. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `No hay ninguna voz llamada ${voice}. Elige una de la lista que se abre al escribir.`,
  'speech.text-too-long': ({ limit }) =>
    `Es demasiado largo para el servicio de voz: como máximo, ${characters(limit)} de una vez.`,
  'speech.style-too-long': ({ limit }) =>
    `Esa descripción de cómo hablar es demasiado larga: como máximo, unas ${words(limit)}. Acórtala.`,
  'speech.unpronounceable': () =>
    'La voz local solo puede leer texto en letras latinas. Para otros idiomas, la persona que gestiona este bot puede añadir una clave del servicio de voz.',
  'speech.bad-request': () => `El servicio de voz no ha entendido la solicitud. ${askHost}`,
  'speech.rate-limited': () => 'El servicio de voz está ocupado. Prueba otra vez dentro de un minuto.',
  'speech.server': () => 'El servicio de voz tiene un problema. Prueba otra vez dentro de un momento.',
  'speech.network': () => 'No se puede acceder al servicio de voz. Prueba otra vez dentro de un momento.',
  'speech.timeout': () => 'El servicio de voz no ha respondido a tiempo. Prueba otra vez dentro de un momento.',
  'speech.cut': () => 'El servicio de voz se ha cortado a la mitad y puede faltar el final. Prueba otra vez.',
  'speech.malformed': () =>
    'El servicio de voz ha respondido con algo que no es voz. Prueba otra vez dentro de un momento.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'En ese texto no hay nada que decir. Escribe alguna palabra.',
  'text.too-long': ({ length, limit }) =>
    `Son ${characters(length)} y de una vez puedo decir ${number(limit)} como máximo. Acórtalo.`,

  'voice.caller-not-in-channel': () => 'Únete primero a un canal de voz y prueba otra vez: hablo donde tú estés.',
  'voice.caller-silenced': () =>
    'Aquí no puedo hablar por ti: este servidor no quiere que te lea, o un moderador te ha silenciado en el canal de voz. Pregunta a quienes gestionan el servidor.',
  'voice.not-connected': () => 'No estoy en ningún canal de voz. Usa `/join` para traerme al tuyo.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Necesito el permiso **${permissions[permission]}** en **${channel}**. Quien gestiona el servidor puede dármelo en los ajustes del canal.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** está lleno (${people(limit)}). Haz sitio o elige otro canal.`,
  'voice.timed-out-member': () =>
    'Me han aislado temporalmente en este servidor y no puedo hablar. Un moderador puede quitarme el aislamiento.',
  'voice.join-failed': ({ channel }) =>
    `No he podido conectarme a **${channel}**. Prueba otra vez dentro de un momento.`,
  'voice.queue-full': ({ limit }) =>
    `Ya hay ${messages(limit)} en espera. Prueba otra vez cuando haya dicho algunos o usa \`/stop\`.`,
  'voice.nothing-playing': () => 'Ahora mismo no estoy diciendo nada.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Estoy hablando para otras personas en **${channel}**. Únete a ellas o usa antes \`/leave\` allí.`,
  'voice.too-busy': () =>
    'Estoy hablando en tantos servidores que, con uno más, mi voz se entrecortaría en todos. Prueba otra vez dentro de un momento.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}** tiene que estar entre ${number(min)} y ${number(max)}.`,
  'settings.value-not-allowed': ({ setting }) => `Ese valor no sirve para **${named(setting)}**.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `No hay ninguna voz llamada ${voice}. ¿Quieres decir ${oneOf(nearest)}?`
      : `No hay ninguna voz llamada ${voice}. Elige una de la lista que se abre al escribir.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `El modelo ${model} no tiene la voz ${voice}. Puedes usarla con ${oneOf(models)}.`
      : `El modelo ${model} no tiene la voz ${voice}. Elige otra.`,
  'settings.unknown-preset': ({ name }) =>
    `Este servidor no tiene ningún estilo llamado ${name}. Con \`/style list\` los ves todos.`,
  'settings.too-many': ({ setting, limit }) =>
    `La lista **${named(setting)}** está llena (máximo: ${number(limit)}). Quita algo primero.`,
  'settings.bad-pattern': () =>
    'Ese patrón no se puede usar: no admito comprobaciones hacia delante o hacia atrás ni retrorreferencias. Prueba con uno más sencillo.',
  'settings.patterns-too-large': () =>
    'Los patrones de esta lista son demasiado grandes en conjunto. Quita alguno con `/words remove` o simplifícalos.',
  'settings.bad-file': ({ line }) =>
    `No puedo leer la línea ${number(line)} del archivo. Corrígela y prueba otra vez; no ha cambiado nada.`,
  'settings.not-saved': () =>
    'No he podido guardarlo, así que no ha cambiado nada. Prueba otra vez dentro de un momento.',
  'settings.not-read': () => 'Ahora mismo no puedo acceder a mis ajustes. Prueba otra vez dentro de un momento.',
  'settings.not-migrated': () => `No se han podido actualizar mis ajustes. ${askHost}`,

  'app.stopping': () => 'Me estoy reiniciando. Prueba otra vez dentro de un minuto.',
  'app.not-allowed': ({ permission }) =>
    `Aquí eso solo lo pueden hacer quienes tienen el permiso **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Ese archivo es demasiado grande: como máximo, ${number(limit)} KiB.`,
  'app.file-not-read': () => 'No he podido leer ese archivo. Tiene que ser un archivo de texto; adjúntalo otra vez.',
  'app.unexpected': ({ id }) =>
    `Ha fallado algo que no debía fallar. ${askHost} En el registro lo encontrará como ${id}.`,
}
