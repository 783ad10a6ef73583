import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    'Hi, ich bin Lector! Ich lese Nachrichten in eurem Sprachkanal vor und sage, was ihr mit `/say` tippt. Mehr zeigt `/help`.',
  setUp: () => 'Einrichten',
  tryVoice: () => 'Stimme ausprobieren',
  readThisChannel: () => 'Diesen Kanal vorlesen',
  step: (step, steps, title) => `Schritt ${number(step)} von ${number(steps)}: **${title}**`,
  titles: {
    voice: 'Stimme und Sprache',
    channel: 'Kanal zum Vorlesen',
    people: 'Wen ich vorlese',
    announcements: 'Ansagen',
  },
  askVoice: () =>
    'Wähl die Stimme für alle, die sich keine ausgesucht haben. Bist du in einem Sprachkanal, spiele ich sie dort gleich vor.',
  askChannel: () =>
    'Drück den Knopf in dem Textkanal, den ich vorlesen soll. Ich lese ihn in dem Sprachkanal vor, in dem du gerade bist.',
  askPeople: () => 'Wessen Nachrichten soll ich vorlesen? Nach Rollen einschränken kannst du mit `/server roles`.',
  onlyPresent: () => 'Nur wer im Sprachkanal ist',
  everyone: () => 'Alle, die dort schreiben',
  askAnnouncements: () => 'Was soll ich außer den Nachrichten noch sagen?',
  finish: () => 'Fertig',
  done: () =>
    'Alles bereit! Geh in einen Sprachkanal und tipp `/say`, oder schreib in einen Kanal, den ich vorlese. Mit `/setup` kommst du hierher zurück, mehr Einstellungen gibt es unter `/server panel`.',
  help: () => 'Das kann ich für dich tun:',
  helpSay: () => 'Etwas im Sprachkanal sagen: `/say`',
  helpVoice: () => 'Eine eigene Stimme aussuchen: `/voice list`',
  helpStop: () => 'Mich unterbrechen oder wegschicken: `/skip`, `/stop`, `/leave`',
  helpWords: () => 'Mir ein Wort oder deinen Namen beibringen: `/words add`, `/nickname set`',
  helpPrivacy: () => 'Nicht vorgelesen werden oder sehen, was ich speichere: `/optout here`, `/privacy`',
  helpMenus: () =>
    'Mit Rechtsklick auf eine Nachricht und *Apps* lese ich sie vor oder sage dir, warum ich es nicht getan habe.',
  helpManagers: () => 'Weil du diesen Server verwaltest:',
  helpSetUp: () => 'Mich Schritt für Schritt einrichten: `/setup`',
  helpChannels: () => 'Einen Kanal vorlesen lassen: `/read here`, `/read list`',
  helpLimits: () => 'Grenzen und Budgets festlegen: `/server limits`, `/server budget`',
  helpDoctor: () => 'Herausfinden, was nicht stimmt: `/doctor`',
  joinMe: () => 'Komm in meinen Kanal',
  leaveMeOut: () => 'Lies mich nicht vor',
  checkAll: () => 'Alles prüfen',
  naturalVoices: () =>
    'Das sind einfache Stimmen, die ich mitbringe. Für natürliche in zehn Sprachen kann die Person, die diesen Bot betreibt, mit `npm run setup` einen Schlüssel hinterlegen.',
}
