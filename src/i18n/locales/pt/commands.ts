import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'entrar', description: 'Entro no seu canal de voz' },
  leave: { name: 'sair', description: 'Saio do canal de voz' },
  say: {
    name: 'falar',
    description: 'Falo algo no seu canal de voz',
    options: {
      text: { name: 'texto', description: 'O que você quer que eu fale' },
      voice: { name: 'voz', description: 'Com qual voz: comece a digitar um nome, um idioma ou um tipo de voz' },
      style: { name: 'estilo', description: 'Como falar, com suas palavras: sussurrando, como um narrador esportivo…' },
      language: { name: 'idioma', description: 'Idioma do texto; se você não disser, é detectado automaticamente' },
    },
  },
  skip: { name: 'pular', description: 'Pulo a mensagem atual' },
  stop: { name: 'parar', description: 'Paro de falar e esvazio a fila' },
  doctor: {
    name: 'diagnóstico',
    description: 'Verifico se tudo funciona aqui e o que fazer se não',
  },
  setup: { name: 'configurar', description: 'Me configure passo a passo: voz, canal, pessoas, avisos' },
  help: { name: 'ajuda', description: 'O que eu sei fazer e onde encontrar' },
  ...settingCommands,
  ...readingCommands,
}
