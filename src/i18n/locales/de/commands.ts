import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'komm', description: 'Hol mich in deinen Sprachkanal' },
  leave: { name: 'geh', description: 'Schick mich aus dem Sprachkanal' },
  say: {
    name: 'sag',
    description: 'Lass mich in deinem Sprachkanal etwas sagen',
    options: {
      text: { description: 'Was ich sagen soll' },
      voice: {
        name: 'stimme',
        description: 'Mit welcher Stimme: tippe einen Namen, eine Sprache oder eine Art von Stimme',
      },
      style: {
        name: 'stil',
        description: 'Wie ich es sagen soll, in deinen Worten: flüsternd, wie beim Fußballkommentar, …',
      },
      language: { name: 'sprache', description: 'Die Sprache des Textes; ohne Angabe erkenne ich sie selbst' },
    },
  },
  skip: { name: 'überspringen', description: 'Überspring, was gerade gesagt wird' },
  stop: { description: 'Brich ab und verwirf alles, was noch gesagt werden sollte' },
  doctor: { name: 'diagnose', description: 'Prüf, ob hier alles funktioniert und was sonst zu tun ist' },
  ...settingCommands,
  ...readingCommands,
}
