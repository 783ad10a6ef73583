import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    '¡Hola, soy Lector! Leo los mensajes en voz alta en vuestro canal de voz y digo lo que escribáis con `/say`. Lo demás está en `/help`.',
  setUp: () => 'Configurar',
  tryVoice: () => 'Probar una voz',
  readThisChannel: () => 'Leer este canal',
  step: (step, steps, title) => `Paso ${number(step)} de ${number(steps)}: **${title}**`,
  titles: {
    voice: 'Voz e idioma',
    channel: 'Canal que leo',
    people: 'A quién leo',
    announcements: 'Avisos',
  },
  askVoice: () =>
    'Elige la voz de quienes no han elegido ninguna. Si estás en un canal de voz, la oirás allí enseguida.',
  askChannel: () =>
    'Pulsa el botón en el canal de texto que quieras que lea. Lo leeré en el canal de voz en el que estés.',
  askPeople: () => '¿De quién leo los mensajes? Para limitarlo por roles, usa `/server roles`.',
  onlyPresent: () => 'Solo quien está en el canal de voz',
  everyone: () => 'Todos los que escriben ahí',
  askAnnouncements: () => '¿Qué digo además de los mensajes?',
  finish: () => 'Terminar',
  done: () =>
    '¡Listo! Entra en un canal de voz y escribe `/say`, o escribe en un canal que yo lea. Con `/setup` vuelves aquí, y en `/server panel` hay más ajustes.',
  help: () => 'Lo que puedo hacer por ti:',
  helpSay: () => 'Decir algo en tu canal de voz: `/say`',
  helpVoice: () => 'Elegir tu propia voz: `/voice list`',
  helpStop: () => 'Interrumpirme o echarme: `/skip`, `/stop`, `/leave`',
  helpWords: () => 'Enseñarme una palabra o tu nombre: `/words add`, `/nickname set`',
  helpPrivacy: () => 'Que no te lea, o ver qué guardo: `/optout here`, `/privacy`',
  helpMenus: () =>
    'Haz clic derecho en un mensaje y elige *Aplicaciones* para que lo lea o para saber por qué no lo leí.',
  helpManagers: () => 'Como gestionas este servidor:',
  helpSetUp: () => 'Configurarme paso a paso: `/setup`',
  helpChannels: () => 'Que lea un canal: `/read here`, `/read list`',
  helpLimits: () => 'Poner límites y presupuestos: `/server limits`, `/server budget`',
  helpDoctor: () => 'Averiguar qué falla: `/doctor`',
  joinMe: () => 'Ven a mi canal',
  leaveMeOut: () => 'No me leas',
  checkAll: () => 'Comprobarlo todo',
  naturalVoices: () =>
    'Estas son voces sencillas que vienen conmigo. Para tener voces naturales en diez idiomas, quien mantiene este bot puede añadir una clave con `npm run setup`.',
}
