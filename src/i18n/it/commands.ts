import type { CommandTexts } from '../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { description: 'Fammi venire nel tuo canale vocale' },
  leave: { description: 'Fammi uscire dal canale vocale' },
  say: {
    description: 'Fammi dire qualcosa nel tuo canale vocale',
    options: {
      text: { name: 'testo', description: 'Che cosa dire' },
      voice: { name: 'voce', description: 'Con quale voce: inizia a scrivere un nome, una lingua o un tipo di voce' },
      style: { name: 'stile', description: 'Come dirlo, con parole tue: sussurrando, come un telecronista sportivo…' },
      language: { name: 'lingua', description: 'La lingua del testo; se non la indichi, la riconosco da solo' },
    },
  },
  skip: { description: 'Salta quello che sto dicendo' },
  stop: { description: 'Ferma tutto e scarta quello che era ancora da dire' },
  doctor: { description: 'Controlla che qui funzioni tutto, e come rimediare se no' },
  ...settingCommands,
  ...readingCommands,
}
