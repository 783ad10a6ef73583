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
      language: { name: 'sprache', description: 'Sprache des Textes; ohne Angabe automatisch erkannt' },
    },
  },
  skip: { name: 'überspringen', description: 'Überspring die aktuelle Nachricht' },
  stop: { description: 'Hör auf zu sprechen und leer die Warteschlange' },
  doctor: { name: 'diagnose', description: 'Prüf, ob hier alles funktioniert und was zu tun ist, wenn nicht' },
  setup: { name: 'einrichten', description: 'Richte mich Schritt für Schritt ein: Stimme, Kanal, Personen, Ansagen' },
  help: { name: 'hilfe', description: 'Was ich kann und wo du es findest' },
  ...settingCommands,
  ...readingCommands,
}
