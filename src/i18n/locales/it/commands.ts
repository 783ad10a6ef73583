import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'vieni', description: 'Fammi venire nel tuo canale vocale' },
  leave: { name: 'esci', description: 'Fammi uscire dal canale vocale' },
  say: {
    name: 'parla',
    description: 'Fammi dire qualcosa nel tuo canale vocale',
    options: {
      text: { name: 'testo', description: 'Che cosa dire' },
      voice: { name: 'voce', description: 'Con quale voce: inizia a scrivere un nome, una lingua o un tipo di voce' },
      style: { name: 'stile', description: 'Come dirlo, con parole tue: sussurrando, come un telecronista sportivo…' },
      language: { name: 'lingua', description: 'Lingua del testo; se non la indichi, viene rilevata automaticamente' },
    },
  },
  skip: { name: 'salta', description: 'Salta il messaggio attuale' },
  stop: { name: 'ferma', description: 'Smetti di parlare e svuota la coda' },
  doctor: { name: 'diagnosi', description: 'Controlla che qui funzioni tutto, e che cosa fare se no' },
  setup: { name: 'configura', description: 'Configurami passo per passo: voce, canale, persone, annunci' },
  help: { name: 'aiuto', description: 'Cosa so fare e dove trovarlo' },
  ...settingCommands,
  ...readingCommands,
}
