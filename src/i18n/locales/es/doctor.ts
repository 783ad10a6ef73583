import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Diagnóstico de este servidor:',
  placeOk: (channel) => `Puedo entrar en ${channel} y hablar allí.`,
  noPlace: () => 'No estás en ningún canal de voz, así que no he podido comprobarlo. Únete a uno y prueba otra vez.',
  onStage: (channel) =>
    `${channel} es un escenario: un moderador tiene que invitarme a hablar o darme *Silenciar miembros*.`,
  cannotWrite: (channel) =>
    `No puedo escribir en ${channel}. Dame *Enviar mensajes* allí para que pueda avisarte si algo falla.`,
  libraries: (encryption, opus) =>
    `El cifrado de extremo a extremo (${encryption}) y el codificador Opus (${opus}) están instalados.`,
  noEncryption: () => 'Falta la biblioteca del cifrado de extremo a extremo. Reinstala Lector con `npm ci`.',
  gateway: (ms) => `Discord responde en ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `La voz está conectada (${number(ms)} ms), ${encrypted ? 'con' : 'sin'} cifrado de extremo a extremo.`,
  voiceUntested: () => 'Solo puedo probar la voz (UDP) cuando estoy en un canal de voz: usa `/join` y prueba otra vez.',
  speech: (engine, ms, place) => `${engine} funciona: primer sonido a los ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} no funciona. ${sentence}`,
  database: (kind, ms) =>
    `Los ajustes se guardan ${kind === 'sqlite' ? 'en un archivo' : 'en Postgres'} (${number(ms)} ms).`,
  databaseFailed: () => 'No puedo leer los ajustes. Comprueba el espacio en disco y la conexión con la base de datos.',
  budget: (used, cap) => `Hoy este servidor lleva usados ${number(used)} de ${characters(cap)}.`,
  noBudget: (used) => `Hoy este servidor lleva usados ${characters(used)} (sin límite).`,
  clockWrong: (seconds, isFast) =>
    `El reloj de mi máquina va ${number(seconds)} s ${isFast ? 'adelantado' : 'atrasado'}. Lo tengo en cuenta, pero quien lleva este bot debería activar la sincronización horaria (NTP).`,
}
