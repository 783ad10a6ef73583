import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    "Hi, I'm Lector! I read messages aloud in your voice channel and say whatever you type with `/say`. `/help` shows the rest.",
  setUp: () => 'Set up',
  tryVoice: () => 'Try a voice',
  readThisChannel: () => 'Read this channel',
  step: (step, steps, title) => `Step ${number(step)} of ${number(steps)}: **${title}**`,
  titles: {
    voice: 'Voice and language',
    channel: 'Channel to read',
    people: 'Who I read',
    announcements: 'Announcements',
  },
  askVoice: () =>
    "Choose the voice for everyone who hasn't picked one. If you're in a voice channel, I'll play it there right away.",
  askChannel: () =>
    "Press the button in the text channel you want me to read. I'll read it in the voice channel you're in.",
  askPeople: () => 'Whose messages should I read? For limits by role, use `/server roles`.',
  onlyPresent: () => 'Only people in the voice channel',
  everyone: () => 'Everyone who writes there',
  askAnnouncements: () => 'What should I say besides the messages?',
  finish: () => 'Finish',
  done: () =>
    'All set! Join a voice channel and type `/say`, or write in a channel I read. `/setup` brings you back here, and `/server panel` has more settings.',
  help: () => 'What I can do for you:',
  helpSay: () => 'Say something in your voice channel: `/say`',
  helpVoice: () => 'Pick a voice of your own: `/voice list`',
  helpStop: () => 'Interrupt me or send me away: `/skip`, `/stop`, `/leave`',
  helpWords: () => 'Teach me a word or your name: `/words add`, `/nickname set`',
  helpPrivacy: () => 'Stop me from reading you, or see what I store: `/optout here`, `/privacy`',
  helpMenus: () => "Right-click a message and choose *Apps* to have it read aloud, or to learn why I didn't read it.",
  helpManagers: () => 'As you manage this server:',
  helpSetUp: () => 'Set me up step by step: `/setup`',
  helpChannels: () => 'Have a channel read aloud: `/read here`, `/read list`',
  helpLimits: () => 'Set limits and budgets: `/server limits`, `/server budget`',
  helpDoctor: () => "Find out what's wrong: `/doctor`",
  joinMe: () => 'Join my channel',
  leaveMeOut: () => "Don't read me",
  checkAll: () => 'Check everything',
  naturalVoices: () =>
    'These are simple voices that come with me. For natural ones in ten languages, the person who runs this bot can add a key with `npm run setup`.',
}
