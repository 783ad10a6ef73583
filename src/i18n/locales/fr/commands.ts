import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'rejoindre', description: 'Fais-moi venir dans ton salon vocal' },
  leave: { name: 'quitter', description: 'Fais-moi quitter le salon vocal' },
  say: {
    name: 'dire',
    description: 'Fais-moi dire quelque chose dans ton salon vocal',
    options: {
      text: { name: 'texte', description: 'Ce qu’il faut dire' },
      voice: {
        name: 'voix',
        description: 'Avec quelle voix : commence à écrire un nom, une langue ou un genre de voix',
      },
      style: { description: 'Comment le dire, avec tes mots : en chuchotant, comme au commentaire sportif…' },
      language: { name: 'langue', description: 'La langue du texte ; sans précision, détectée automatiquement' },
    },
  },
  skip: { name: 'passer', description: 'Passe le message en cours' },
  stop: { name: 'arrêter', description: 'Arrête de parler et vide la file d’attente' },
  doctor: { name: 'diagnostic', description: 'Vérifie que tout marche ici, et quoi faire sinon' },
  setup: { name: 'configurer', description: 'Me configurer pas à pas : voix, salon, personnes, annonces' },
  help: { name: 'aide', description: 'Ce que je sais faire et où le trouver' },
  ...settingCommands,
  ...readingCommands,
}
