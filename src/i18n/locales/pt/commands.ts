import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'entrar', description: 'Entro no canal de voz em que você está' },
  leave: { name: 'sair', description: 'Saio do canal de voz' },
  say: {
    name: 'falar',
    description: 'Falo algo no seu canal de voz',
    options: {
      text: { name: 'texto', description: 'O que você quer que eu fale' },
      voice: { name: 'voz', description: 'Com qual voz: comece a digitar um nome, um idioma ou um tipo de voz' },
      style: { name: 'estilo', description: 'Como falar, com suas palavras: sussurrando, como um narrador esportivo…' },
      language: { name: 'idioma', description: 'O idioma do texto; se você não disser, eu descubro' },
    },
  },
  skip: { name: 'pular', description: 'Pulo o que estou falando agora' },
  stop: { name: 'parar', description: 'Paro de falar e esqueço tudo o que ainda faltava' },
  doctor: {
    name: 'diagnóstico',
    description: 'Verifico se tudo funciona aqui e digo como consertar o que não funciona',
  },
  ...settingCommands,
  ...readingCommands,
}
