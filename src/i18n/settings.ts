/** What Lector writes about choices that people make and it keeps. */
export interface SettingTexts {
  /** What people call each setting, as it stands before its value. */
  readonly names: Readonly<Record<SettingName, string>>
  /** The values that are words. */
  readonly values: Readonly<Record<SettingWord, string>>
  /** Where a value comes from, as it stands in brackets behind it. */
  readonly sources: Readonly<Record<'message' | 'member' | 'channel' | 'server' | 'default', string>>
  readonly genders: Readonly<Record<'female' | 'male' | 'neutral', string>>
  /** The names of the styles that everybody has. */
  readonly presets: Readonly<Record<PresetName, string>>

  line(name: string, value: string): string
  lineFrom(name: string, value: string, source: string): string
  characters(count: number): string
  seconds(count: number): string
  perMinute(count: number): string

  savedForYou(): string
  savedForServer(): string
  savedForChannel(channel: string): string
  resetForYou(): string
  resetForServer(): string
  resetForChannel(channel: string): string
  /** Above the list of what holds for somebody, and for a server. */
  yours(): string
  ofServer(): string
  /** Channels are read with a voice for each person, also for those who chose none. */
  newcomer(voice: string): string
  /** What so many characters cost. */
  price(usd: number, characters: number): string
  /** The operator allows less than the server chose. */
  capped(): string

  unstyledVoice(voice: string): string
  /** Spoken to try a voice. */
  previewSentence(): string
  previewing(voice: string, channel: string): string
  previewFile(voice: string): string

  /** The browser of voices. */
  voicesPage(page: number, pages: number): string
  chooseVoice(): string
  chosenVoice(voice: string, description: string): string
  moreVoices(): string
  back(): string
  next(): string
  preview(): string
  useVoice(): string

  presetsOfAll(): string
  presetsOfServer(): string
  presetAdded(name: string): string
  presetRemoved(name: string): string

  panel(): string
  chooseLanguage(): string
  chooseNames(): string
  chooseStyle(): string
  turnOn(setting: string): string
  turnOff(setting: string): string

  wordKept(written: string, spoken: string): string
  wordSilent(written: string): string
  wordRemoved(written: string): string
  wordMissing(written: string): string
  noWords(): string
  wordsPage(page: number, pages: number, count: number): string
  wordsImported(count: number): string
  wordsExported(count: number): string

  named(name: string): string
  unnamed(): string
  optedOutHere(): string
  optedOutEverywhere(): string
  optedIn(): string

  dataExported(): string
  dataAsk(): string
  dataConfirm(): string
  dataCancel(): string
  dataDeleted(): string
  dataDeletedButOptOut(): string
  dataKept(): string

  privacyWords(): string
  privacyKept(days: number): string
  privacyLocal(): string
  /** Each with its host. */
  privacyProvider(places: readonly string[]): string
  privacyRights(): string
  privacyMore(url: string): string
}

export type SettingName =
  | 'voice'
  | 'style'
  | 'language'
  | 'engine'
  | 'model'
  | 'speed'
  | 'volume'
  | 'maxLength'
  | 'announceNames'
  | 'announceLanguage'
  | 'announceJoins'
  | 'announceLeaves'
  | 'queueSize'
  | 'queuePerMember'
  | 'memberRatePerMinute'
  | 'serverRatePerMinute'
  | 'serverDayBudget'
  | 'serverMonthBudget'
  | 'memberDayBudget'
  | 'memberMonthBudget'
  | 'atBudget'
  | 'readBots'
  | 'readWebhooks'
  | 'readEmbeds'
  | 'mustBeInVoice'
  | 'autoJoin'
  | 'leaveWhenAloneAfter'
  | 'ignorePrefix'
  | 'requirePrefix'
  | 'name'
  | 'pattern'
  | 'replacement'
  | 'preset'
  | 'presets'
  | 'words'
  | 'roles'
  | 'channels'
  | 'readChannels'
  | 'unread'

export type SettingWord =
  | 'on'
  | 'off'
  | 'auto'
  | 'none'
  | 'free'
  | 'unlimited'
  | 'never'
  | 'change'
  | 'always'
  | 'local'
  | 'stop'
  | 'required'
  | 'ignored'
  | 'stays'
  | 'regex'
  | 'wholeWord'
  | 'matchCase'

export type PresetName =
  | 'whisper'
  | 'storyteller'
  | 'sports'
  | 'news'
  | 'excited'
  | 'calm'
  | 'sarcastic'
  | 'sad'
  | 'angry'
  | 'cheerful'
  | 'mysterious'
  | 'robot'
  | 'bedtime'
  | 'trailer'

/** The setting's name in a person's language; what has none there is shown as it is. */
export function settingName(names: SettingTexts['names'], setting: string): string {
  return (names as Readonly<Record<string, string>>)[setting] ?? setting
}
