/** Texts of the first hour: the greeting, `/setup` and `/help`. */
export interface OnboardingTexts {
  /** Posted when the bot joins a server, above three buttons. */
  greeting(): string
  setUp(): string
  tryVoice(): string
  readThisChannel(): string

  step(step: number, steps: number, title: string): string
  readonly titles: Readonly<Record<'voice' | 'channel' | 'people' | 'announcements', string>>
  askVoice(): string
  askChannel(): string
  askPeople(): string
  /** Buttons of `askPeople`. */
  onlyPresent(): string
  everyone(): string
  askAnnouncements(): string
  finish(): string
  done(): string

  /** `/help`: a heading, and a line for each thing that someone may want. */
  help(): string
  helpSay(): string
  helpVoice(): string
  helpStop(): string
  helpWords(): string
  helpPrivacy(): string
  helpMenus(): string
  helpManagers(): string
  helpSetUp(): string
  helpChannels(): string
  helpLimits(): string
  helpDoctor(): string
  /** Buttons of `/help`. */
  joinMe(): string
  leaveMeOut(): string
  checkAll(): string

  /** For managers, while only local voices speak. */
  naturalVoices(): string
}
