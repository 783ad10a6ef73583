/** Texts about settings. */
export interface SettingTexts {
  /** The name of each setting, shown before its value. */
  readonly names: Readonly<Record<SettingName, string>>
  /** Values that are words. */
  readonly values: Readonly<Record<SettingWord, string>>
  /** Where a value comes from, shown in brackets after it. */
  readonly sources: Readonly<Record<'message' | 'member' | 'channel' | 'server' | 'default', string>>
  readonly genders: Readonly<Record<'female' | 'male' | 'neutral', string>>
  /** The names of the built-in styles. */
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
  /** Headings of the settings of a member, and of a server. */
  yours(): string
  ofServer(): string
  /** The voice assigned to a member who has not chosen one. */
  newcomer(voice: string): string
  /** The price of a number of characters. */
  price(usd: number, characters: number): string
  /** The operator's limit is lower than the server's choice. */
  capped(): string

  /** The model was saved, but it is not in the list. */
  unknownModel(model: string): string
  unstyledVoice(voice: string): string
  /** The spoken sentence of a voice preview. */
  previewSentence(): string
  previewing(voice: string, channel: string): string
  previewFile(voice: string): string

  /** The voice browser. */
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
  /** Beside a file with an example. */
  wordsTemplate(): string
  wordsPage(page: number, pages: number, count: number): string
  wordsImported(count: number): string
  wordsExported(count: number): string
  /** Above what a text becomes, or in its place. */
  testSaid(): string
  testEmpty(): string
  testLanguage(language: string): string
  /** The rules that can change a text. */
  readonly textRules: Readonly<Record<TextRule, string>>

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
  /** `places` are the providers, each with its host. */
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
  | 'interrupting'
  | 'readBots'
  | 'readWebhooks'
  | 'embeds'
  | 'mustBeInVoice'
  | 'autoJoin'
  | 'leaveWhenAloneAfter'
  | 'ignorePrefix'
  | 'requirePrefix'
  | 'markRepeats'
  | 'expandShorthand'
  | 'emoji'
  | 'timeZone'
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
  | 'everyone'
  | 'vote'
  | 'managers'
  | 'regex'
  | 'wholeWord'
  | 'matchCase'
  | 'names'
  | 'count'
  | 'silent'
  | 'title'
  | 'text'
  | 'all'

export type TextRule =
  | 'letters'
  | 'faces'
  | 'hidden'
  | 'emoji'
  | 'mentions'
  | 'times'
  | 'links'
  | 'formatting'
  | 'words'
  | 'shorthand'
  | 'signs'
  | 'repeats'

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

/** The setting's name in the reader's language; an unknown setting is shown as it is. */
export function settingName(names: SettingTexts['names'], setting: string): string {
  return (names as Readonly<Record<string, string>>)[setting] ?? setting
}
