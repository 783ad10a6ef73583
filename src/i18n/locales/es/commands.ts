import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'unirse', description: 'Entro en tu canal de voz' },
  leave: { name: 'salir', description: 'Salgo del canal de voz' },
  say: {
    name: 'decir',
    description: 'Digo algo en tu canal de voz',
    options: {
      text: { name: 'texto', description: 'Lo que quieres que diga' },
      voice: { name: 'voz', description: 'Con qué voz: escribe un nombre, un idioma o un tipo de voz' },
      style: { name: 'estilo', description: 'Cómo decirlo, con tus palabras: en susurros, como un comentarista…' },
      language: { name: 'idioma', description: 'Idioma del texto; si no lo pones, se detecta automáticamente' },
    },
  },
  skip: { name: 'saltar', description: 'Salto el mensaje actual' },
  stop: { name: 'parar', description: 'Dejo de hablar y vacío la cola' },
  doctor: { name: 'diagnóstico', description: 'Compruebo si todo funciona aquí y qué hacer si no' },
  setup: { name: 'configurar', description: 'Configúrame paso a paso: voz, canal, personas, avisos' },
  help: { name: 'ayuda', description: 'Qué sé hacer y dónde encontrarlo' },
  ...settingCommands,
  ...readingCommands,
}
